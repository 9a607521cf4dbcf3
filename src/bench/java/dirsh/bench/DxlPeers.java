package dirsh.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import dirsh.ProcessCost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Other parsers on the DXL file of {@code DxlSpeed}, which has Aalto's asynchronous one and the JDK's StAX.
 *
 * <p>{@code tokens-aalto}, {@code tokens-woodstox} and {@code tokens-sax FOLDER} pull all tokens and count them;
 * {@code verdicts-jdk} and {@code verdicts-woodstox FOLDER} do what a short program would do instead of dirsh's scan and
 * diagnosis: collect the items of each person, and judge the flag. Notes in raw form, three in a hundred of the sample, they
 * pass over.
 */
final class DxlPeers {

    /** Some of the items that dirsh's diagnosis reads. */
    private static final Set<String> ITEMS = Set.of(
            "AvailableForDirSync",
            "FullName",
            "FirstName",
            "LastName",
            "ShortName",
            "InternetAddress",
            "MailDomain",
            "Department",
            "OfficePhoneNumber",
            "CompanyName",
            "JobTitle",
            "$Conflict",
            "$Readers",
            "$NotesDXAStamp");

    private DxlPeers() {}

    public static void main(String[] arguments) throws Exception {
        Path names = Path.of(arguments[1]).resolve("names.dxl");
        ProcessCost.tell(arguments[0], () -> switch (arguments[0]) {
            case "tokens-aalto" -> tokens(new InputFactoryImpl(), names);
            case "tokens-woodstox" -> tokens(new WstxInputFactory(), names);
            case "tokens-sax" -> saxTokens(names);
            case "verdicts-jdk" -> verdicts(XMLInputFactory.newDefaultFactory(), names);
            case "verdicts-woodstox" -> verdicts(new WstxInputFactory(), names);
            default ->
                throw new IllegalArgumentException(
                        "tokens-aalto, tokens-woodstox, tokens-sax, verdicts-jdk or verdicts-woodstox");
        });
    }

    private static String tokens(XMLInputFactory parsers, Path names) throws IOException, XMLStreamException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(names)) {
            XMLStreamReader reader = reader(parsers, in);
            while (reader.hasNext()) {
                reader.next();
                tokens++;
            }
        }
        return tokens + " tokens";
    }

    private static XMLStreamReader reader(XMLInputFactory parsers, InputStream in) throws XMLStreamException {
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return parsers.createXMLStreamReader(in);
    }

    private static String saxTokens(Path names) throws Exception {
        SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = parsers.newSAXParser();
        long[] tokens = {0};
        try (InputStream in = Files.newInputStream(names)) {
            parser.parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String name, Attributes attributes) {
                    tokens[0]++;
                }

                @Override
                public void endElement(String uri, String local, String name) {
                    tokens[0]++;
                }

                @Override
                public void characters(char[] text, int start, int length) {
                    tokens[0]++;
                }
            });
        }
        return tokens[0] + " tokens";
    }

    /** One item as it stands in the file. */
    private record Stored(String text, boolean summary) {}

    private static String verdicts(XMLInputFactory parsers, Path names) throws IOException, XMLStreamException {
        int people = 0;
        int leftOut = 0;
        Map<String, List<Stored>> items = new HashMap<>();
        StringBuilder text = new StringBuilder();
        String item = "";
        boolean summary = false;
        boolean person = false;
        try (InputStream in = Files.newInputStream(names)) {
            XMLStreamReader reader = reader(parsers, in);
            while (reader.hasNext()) {
                int token = reader.next();
                if (token == XMLStreamConstants.START_ELEMENT) {
                    if (reader.getLocalName().equals("document")) {
                        items.clear();
                        person = "Person".equals(reader.getAttributeValue(null, "form"));
                    } else if (reader.getLocalName().equals("item")) {
                        item = reader.getAttributeValue(null, "name");
                        summary = !"false".equals(reader.getAttributeValue(null, "summary"));
                        text.setLength(0);
                    }
                } else if (token == XMLStreamConstants.CHARACTERS && ITEMS.contains(item)) {
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                } else if (token == XMLStreamConstants.END_ELEMENT) {
                    if (reader.getLocalName().equals("item") && ITEMS.contains(item)) {
                        items.computeIfAbsent(item.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                                .add(new Stored(text.toString(), summary));
                        item = "";
                    } else if (reader.getLocalName().equals("document") && person) {
                        people++;
                        leftOut += isHealthy(items.getOrDefault("availablefordirsync", List.of())) ? 0 : 1;
                    }
                }
            }
        }
        return people + " people, " + leftOut + " left out";
    }

    private static boolean isHealthy(List<Stored> flag) {
        return flag.size() == 1 && flag.get(0).summary() && flag.get(0).text().equals("1");
    }
}
