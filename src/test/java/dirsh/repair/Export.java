package dirsh.repair;

import dirsh.People;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/** A DXL export for tests: persons 1, 2, 3, … with the flag items given for each. */
final class Export {

    private Export() {}

    static Path write(Path file, String... flagItems) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='utf-8'?>\n<database"
                + " xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='" + People.REPLICA + "'>\n");
        for (int n = 1; n <= flagItems.length; n++) {
            xml.append("<document form='Person'>\n<noteinfo noteid='")
                    .append(Integer.toHexString(0x8f6 + 4 * n))
                    .append("' unid='")
                    .append(People.unid(n))
                    .append(
                            "' sequence='2'>\n<created><datetime>20240311T091500,00+01</datetime></created></noteinfo>\n");
            for (String item : new String[] {
                "Type=Person",
                "LastName=Doe" + n,
                "FullName=CN=Jane Doe" + n + "/O=Acme",
                "ShortName=jdoe" + n,
                "MailDomain=ACME",
                "MailSystem=1",
                "MailFile=mail\\jdoe" + n
            }) {
                int equals = item.indexOf('=');
                xml.append(text(item.substring(0, equals), item.substring(equals + 1)))
                        .append('\n');
            }
            xml.append(flagItems[n - 1]).append("</document>\n");
        }
        try {
            return Files.writeString(file, xml.append("</database>\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AddressBook open(Path file) {
        return DxlBook.open(file, file.getFileName().toString());
    }

    static String flag(String value) {
        return text("AvailableForDirSync", value) + "\n";
    }

    private static String text(String name, String value) {
        return "<item name='" + name + "'><text>" + value + "</text></item>";
    }

    /** What is offered for repair, however many have the same cause. */
    static Plan plan(AddressBook book, RepairMode mode) {
        Diagnoser diagnoser = new Diagnoser();
        book.scan(Projection.ALL, new Cancellation(), diagnoser::judge);
        PlanRequest offered = PlanRequest.OFFERED;
        return new Planner(book, new Cancellation())
                .plan(
                        diagnoser.diagnosis(),
                        new PlanRequest(
                                offered.causes(),
                                offered.named(),
                                offered.among(),
                                EnumSet.allOf(Cause.class),
                                offered.groups(),
                                offered.limit(),
                                mode));
    }

    /** All documents by UNID. */
    static Map<String, Note> notes(AddressBook book) {
        Map<String, Note> notes = new TreeMap<>();
        book.scan(
                Projection.ALL,
                new Cancellation(),
                note -> notes.put(note.unid().toString(), note));
        return notes;
    }
}
