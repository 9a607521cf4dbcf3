package dirsh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workplace whose people, recipients and log hold something hostile in front of each value, each person another one. */
final class HostileNames {

    /** One person, who is read by every command that takes one. */
    static final String PERSON = "7E3A91C4D25F4B0841258ADD002D5101";

    /** Every command that shows people, recipients, runs or files. */
    static final String EVERYTHING =
            """
            open acme.dxl; exchange acme.csv
            status
            find @All --items FullName,FirstName,LastName,ShortName,Department,InternetAddress
            diagnose
            compare --attributes displayName,department,phone
            show 7E3A91C4D25F4B0841258ADD002D5101
            why 7E3A91C4D25F4B0841258ADD002D5101
            check
            items acme.dxl --canonical
            rehearse
            log connector.log
            triage --log connector.log
            diagnose | select fullName,cause,evidence
            plan --save p.json
            plan --show p.json
            kit p.json kit
            diagnose | plan | apply --yes
            runs
            verify
            audit
            """;

    private static final Pattern VALUE = Pattern.compile(
            "(<item name='(?:FirstName|LastName|FullName|ShortName|Department|InternetAddress|MailFile|OfficePhoneNumber)'[^>]*>"
                    + "(?:<textlist>)?<text>)(?:CN=)?|(</text><text>)|(<updatedby><name>)CN=");

    private HostileNames() {}

    /** Makes it in a folder. */
    static Workplace in(Path folder, List<String> payloads) {
        Workplace workplace = Workplace.in(folder);
        try {
            Path book = folder.resolve("acme.dxl");
            Files.writeString(book, book(Files.readString(book), payloads));
            Path csv = folder.resolve("acme.csv");
            Files.writeString(csv, recipients(Files.readAllLines(csv), payloads));
            Path log = folder.resolve("connector.log");
            Files.writeString(log, log(Files.readAllLines(log), payloads));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return workplace;
    }

    private static String book(String text, List<String> payloads) {
        StringBuilder hostile = new StringBuilder();
        String[] documents = text.split("(?=<document )", -1);
        for (int i = 0; i < documents.length; i++) {
            String payload = xml(payloads.get(i % payloads.size()));
            hostile.append(
                    VALUE.matcher(documents[i]).replaceAll(found -> Matcher.quoteReplacement(found.group() + payload)));
        }
        return hostile.toString();
    }

    /** As DXL carries what XML cannot. */
    private static String xml(String text) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '\r') {
                xml.append("&#").append((int) c).append(';');
            } else if (c < ' ' && c != '\t' && c != '\n') {
                xml.append(String.format("<nonxmlchar value='%02X'/>", (int) c));
            } else {
                xml.append(c);
            }
        }
        return xml.toString();
    }

    private static String recipients(List<String> lines, List<String> payloads) {
        StringBuilder hostile = new StringBuilder(lines.get(0)).append('\n');
        int row = 0;
        for (String line : lines.subList(1, lines.size())) {
            String payload = payloads.get(row++ % payloads.size()).replace("\"", "\"\"");
            String[] cells = line.split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                hostile.append(i > 0 ? "," : "")
                        .append('"')
                        .append(i == 2 ? "" : payload)
                        .append(cells[i])
                        .append('"');
            }
            hostile.append('\n');
        }
        return hostile.toString();
    }

    private static String log(List<String> lines, List<String> payloads) {
        StringBuilder hostile = new StringBuilder();
        int row = 0;
        for (String line : lines) {
            String payload = payloads.get(row++ % payloads.size()).replaceAll("[\r\n]", "");
            hostile.append(line.replaceFirst("(?<=\\d:)", Matcher.quoteReplacement(payload)))
                    .append(payload)
                    .append('\n');
        }
        return hostile.toString();
    }
}
