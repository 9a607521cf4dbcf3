package dirsh.diagnose;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What keeps a document out whatever its flag says, as far as the document itself shows it. */
final class Blockers {

    /** The items these checks read. */
    static final List<String> ITEMS =
            List.of("$NotesDXAStamp", "$Readers", "$Signature", "$Conflict", "ListName", "GroupType");

    /** Bytes of summary from which a save is likely to fail: a note holds at most 32 KiB (C API). */
    static final int SUMMARY_NEARLY_FULL = 31 * 1024;

    private Blockers() {}

    /** The causes by precedence, each with a sentence of evidence; changeable, so that the caller can add others. */
    static Map<Cause, String> of(Note note, NoteKind kind) {
        Map<Cause, String> causes = new TreeMap<>();
        if (!note.form().equalsIgnoreCase(kind == NoteKind.GROUP ? "Group" : "Person")) {
            causes.put(Cause.WRONG_FORM, "Form is \"" + note.form() + "\", which the connector does not export");
        }
        if (!note.text("$NotesDXAStamp").isBlank()) {
            causes.put(Cause.CONNECTOR_CREATED, "$NotesDXAStamp is there: the Exchange connector made this document");
        }
        if (note.is(NoteFlag.CONFLICT)) {
            causes.put(Cause.CONFLICT_DOCUMENT, "marked as the loser of a replication or save conflict");
        }
        if (note.is(NoteFlag.TRUNCATED)) {
            causes.put(Cause.TRUNCATED, "marked as truncated: an item may be absent for that reason alone");
        }
        List<String> readers = readers(note);
        if (!readers.isEmpty() && !readers.contains("*")) {
            causes.put(
                    Cause.READER_RESTRICTED,
                    "only " + String.join(", ", readers) + " may read it; dirsh does not know the connector's name");
        }
        List<String> absent = absent(note, kind);
        if (!absent.isEmpty()) {
            causes.put(Cause.REQUIRED_ITEM_MISSING, "absent or blank: " + String.join(", ", absent));
        }
        if (note.summarySize() >= SUMMARY_NEARLY_FULL) {
            causes.put(
                    Cause.SUMMARY_OVERFLOW,
                    "the summary takes about " + note.summarySize() + " of 32768 bytes; a save would fail");
        }
        return causes;
    }

    private static List<String> readers(Note note) {
        List<String> readers = new ArrayList<>();
        for (Item item : note.items()) {
            if (item.has(ItemFlag.READERS) || item.isNamed("$Readers")) {
                for (String name : item.texts()) {
                    if (!name.isBlank()) {
                        readers.add(name);
                    }
                }
            }
        }
        return readers;
    }

    private static List<String> absent(Note note, NoteKind kind) {
        List<String> required =
                kind == NoteKind.GROUP ? List.of("ListName") : List.of("FullName", "LastName", "MailDomain");
        List<String> absent = new ArrayList<>();
        for (String name : required) {
            if (note.text(name).isBlank()) {
                absent.add(name);
            }
        }
        return absent;
    }
}
