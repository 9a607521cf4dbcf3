package dirsh.source.nsf;

import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Unid;
import dirsh.source.dxl.DxlBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Three replicas of one directory, hub1.dxl, hub2.nsf and hub3.dxl, with a person for each way in which replicas differ.
 *
 * <p>The person's last name says which; {@link #unid} has the id of each.
 */
public final class ThreeReplicas {

    /** Their replica id. */
    public static final String REPLICA = "86257A1B0042C0DE";

    /** The flag as a form saves it, and as a script that forgot the summary flag does. */
    public static final String HEALTHY = "<item name='AvailableForDirSync'><text>1</text></item>";

    public static final String DAMAGED = "<item name='AvailableForDirSync' summary='false'><text>1</text></item>";

    private static final String MORNING = "20240612T081501,93+02";
    private static final String NOON = "20240612T120000,00+02";
    /** The people, in stored order. */
    public enum Who {
        SAME,
        ONLYHERE,
        NEWER,
        DIVERGED,
        SAVEDAPART,
        LOSER,
        DELETED,
        REVIVED,
        STAMPED
    }

    private ThreeReplicas() {}

    /** The id of a person. */
    public static Unid unid(Who who) {
        return new Unid(
                0x7E3A91C4D25F4B08L, 0x41258ADD00000000L + List.of(Who.values()).indexOf(who));
    }

    /** Writes all three into a folder. */
    public static void write(Path folder) {
        try {
            Files.writeString(
                    folder.resolve("hub1.dxl"),
                    book(
                            person(Who.SAME, 2, MORNING, HEALTHY),
                            person(Who.ONLYHERE, 2, MORNING, HEALTHY),
                            person(Who.NEWER, 2, MORNING, DAMAGED),
                            person(Who.DIVERGED, 3, MORNING, DAMAGED),
                            person(Who.SAVEDAPART, 3, MORNING, HEALTHY),
                            person(Who.LOSER, 1, MORNING, HEALTHY)
                                    .replace(
                                            "<document ",
                                            "<document parent='" + unid(Who.SAVEDAPART)
                                                    + "' response='true' conflict='true' "),
                            person(Who.DELETED, 2, MORNING, HEALTHY),
                            person(Who.REVIVED, 5, NOON, HEALTHY),
                            person(Who.STAMPED, 2, MORNING, HEALTHY)));
            String hub2 = book(
                    person(Who.SAME, 2, MORNING, HEALTHY),
                    person(Who.NEWER, 4, NOON, HEALTHY),
                    person(Who.DIVERGED, 3, MORNING, HEALTHY),
                    person(Who.SAVEDAPART, 3, NOON, HEALTHY),
                    person(Who.REVIVED, 3, MORNING, HEALTHY),
                    person(Who.STAMPED, 2, MORNING, HEALTHY)
                            .replace(
                                    "</noteinfo>",
                                    "</noteinfo><updatedby><name>CN=Admin One/O=Acme</name></updatedby>"));
            nsf(Files.writeString(folder.resolve("made.dxl"), hub2), folder.resolve("hub2.nsf"));
            Files.delete(folder.resolve("made.dxl"));
            Files.writeString(
                    folder.resolve("hub3.dxl"),
                    book(
                            person(Who.SAME, 2, MORNING, HEALTHY),
                            person(Who.NEWER, 2, MORNING, DAMAGED),
                            person(Who.DIVERGED, 3, MORNING, HEALTHY),
                            person(Who.SAVEDAPART, 3, MORNING, HEALTHY),
                            person(Who.DELETED, 2, MORNING, HEALTHY),
                            person(Who.REVIVED, 5, NOON, HEALTHY),
                            person(Who.STAMPED, 2, MORNING, HEALTHY)
                                    .replace("noteid='8f6'", "noteid='abc'")
                                    .replace(
                                            "</noteinfo>",
                                            "<modified><datetime>20250101T000000,00+01</datetime></modified></noteinfo>"
                                                    + "<revisions><datetime>" + MORNING + "</datetime></revisions>")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A book of these documents. */
    public static String book(String... documents) {
        return "<?xml version='1.0' encoding='utf-8'?>\n<database xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='"
                + REPLICA + "'>\n" + String.join("", documents) + "</database>\n";
    }

    private static String person(Who who, int sequence, String revised, String flag) {
        return person(who.name(), unid(who), sequence, revised, flag);
    }

    /** A person as the exporter writes one. */
    public static String person(String name, Unid unid, int sequence, String revised, String flag) {
        return "<document form='Person'>\n<noteinfo noteid='8f6' unid='" + unid + "' sequence='" + sequence
                + "'><revised><datetime>" + revised + "</datetime></revised></noteinfo>\n"
                + """
                <item name='Type'><text>Person</text></item>
                <item name='LastName'><text>WHO</text></item>
                <item name='FullName' names='true'><textlist><text>CN=WHO/O=Acme</text><text>WHO</text></textlist></item>
                <item name='ShortName'><text>WHO</text></item>
                <item name='MailDomain'><text>ACME</text></item>
                <item name='MailSystem'><text>1</text></item>
                <item name='MailFile'><text>mail\\x</text></item>
                <item name='Weight'><number>72.50</number></item>
                """
                        .replace("WHO", name)
                + flag + "\n</document>\n";
    }

    private static void nsf(Path dxl, Path nsf) {
        try (DxlBook book = DxlBook.open(dxl, "made.dxl");
                NsfWriter writer = NsfWriter.to(nsf)) {
            List<Note> notes = Scanned.of(book).notes();
            for (Note note : notes) {
                if (note.unid().equals(unid(Who.REVIVED))) {
                    writer.stub(ModelNotes.of(note).sequence(4).revised(Instant.parse("2024-06-12T09:00:00Z")));
                } else if (!note.is(NoteFlag.CONFLICT)) {
                    writer.note(ModelNotes.of(note));
                }
            }
            writer.stub(new MadeNote(unid(Who.DELETED)).sequence(3).revised(Instant.parse("2024-06-12T09:00:00Z")));
        }
    }
}
