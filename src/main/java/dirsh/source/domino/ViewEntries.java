package dirsh.source.domino;

import com.mindoo.domino.jna.NotesCollection;
import com.mindoo.domino.jna.NotesDatabase;
import com.mindoo.domino.jna.NotesViewEntryData;
import com.mindoo.domino.jna.constants.Find;
import com.mindoo.domino.jna.constants.Navigate;
import com.mindoo.domino.jna.constants.ReadMask;
import com.mindoo.domino.jna.errors.NotesError;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Row;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a view shows for documents, beside the judged item as each document stores it. */
final class ViewEntries {

    private static final int AT_ONCE = 500;

    private final NotesDatabase database;
    private final NoteReading reading;
    private final String judged;

    ViewEntries(NotesDatabase database, NoteReading reading, String judged) {
        this.database = database;
        this.reading = reading;
        this.judged = judged;
    }

    /**
     * The entries of a view.
     *
     * @param key what its first sorted column begins with, case ignored; empty for all entries
     */
    List<Answer> of(String name, String key) {
        NotesCollection view = open(name);
        try {
            EnumSet<ReadMask> what = EnumSet.of(ReadMask.NOTEID, ReadMask.NOTEUNID, ReadMask.SUMMARYVALUES);
            Entries entries = new Entries();
            List<Map<String, Object>> found = key.isEmpty()
                    ? view.getAllEntries("0", 1, EnumSet.of(Navigate.NEXT), AT_ONCE, what, entries)
                    : view.getAllEntriesByKey(EnumSet.of(Find.CASE_INSENSITIVE, Find.PARTIAL), what, entries, key);
            List<Answer> rows = new ArrayList<>();
            for (Map<String, Object> fields : found) {
                fields.put("stored", stored(String.valueOf(fields.get("unid"))));
                rows.add(new Row(fields));
            }
            return rows;
        } finally {
            view.recycle();
        }
    }

    private NotesCollection open(String name) {
        try {
            return database.openCollectionByName(name);
        } catch (NotesError e) {
            throw DirshException.badInput("there is no view '" + name + "' in this database", "view ($Users) KEY");
        }
    }

    /** The judged item of a document, such as {@code "1" (text, summary)}; several where there are several. */
    private String stored(String unid) {
        Optional<Note> note = Unid.parse(unid).flatMap(reading::read);
        if (note.isEmpty()) {
            return "";
        }
        List<Item> items = note.get().items(judged);
        return items.isEmpty()
                ? judged + " is missing"
                : items.stream().map(ViewEntries::shown).collect(Collectors.joining(" and "));
    }

    private static String shown(Item item) {
        String flags = item.flags().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return '"' + item.value().display() + "\" (" + item.type() + (flags.isEmpty() ? "" : ", " + flags) + ")";
    }

    /** Collects entries; begins again whenever the library does because the index changed. */
    private static final class Entries extends NotesCollection.ViewLookupCallback<List<Map<String, Object>>> {
        @Override
        public List<Map<String, Object>> startingLookup() {
            return new ArrayList<>();
        }

        @Override
        public Action entryRead(List<Map<String, Object>> result, NotesViewEntryData entry) {
            if (entry.isDocument()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("unid", entry.getUNID());
                fields.put("noteId", Integer.toHexString(entry.getNoteId()).toUpperCase(java.util.Locale.ROOT));
                fields.put("shows", shown(entry.getColumnValues()));
                result.add(fields);
            }
            return Action.Continue;
        }

        /** The columns in their order; their names are in the design, which need not be readable. */
        private static List<String> shown(Object @Nullable [] columns) {
            List<String> shown = new ArrayList<>();
            for (Object value : columns == null ? new Object[0] : columns) {
                shown.add(
                        value instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                                : Objects.toString(value, ""));
            }
            return shown;
        }

        @Override
        public List<Map<String, Object>> lookupDone(List<Map<String, Object>> result) {
            return result;
        }
    }
}
