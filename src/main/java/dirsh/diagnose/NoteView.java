package dirsh.diagnose;

import dirsh.connector.ConnectorReading;
import dirsh.model.ItemPlace;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.NotesTime;
import dirsh.model.Page;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole document as it is stored, with what the form shows and what the connector reads.
 *
 * @param note the document with all its items
 * @param places where each of its items is; empty where the source does not know it
 */
public record NoteView(Note note, List<ItemPlace> places) implements Page {

    public NoteView {
        places = List.copyOf(places);
    }

    /** A document of a source that does not know where its items are. */
    public NoteView(Note note) {
        this(note, List.of());
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", note.unid().toString());
        fields.put("noteId", note.noteIdText());
        fields.put("form", note.form());
        fields.put("sequence", note.sequence());
        fields.put("created", time(note.times().created()));
        fields.put("modified", time(note.times().modified()));
        fields.put("revised", time(note.times().revised()));
        fields.put(
                "flags",
                note.flags().stream()
                        .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        fields.put("updatedBy", note.updatedBy());
        if (isJudged()) {
            fields.put("formShows", FormShows.of(note).toString());
            fields.put("connectorReads", ConnectorReading.of(note).toString());
        }
        fields.put("place", note.place().toString());
        fields.put("items", items().stream().map(StoredItem::fields).toList());
        return fields;
    }

    @Override
    public List<Section> sections() {
        List<String> lines = new ArrayList<>();
        lines.add("UNID " + note.unid() + ", note id " + note.noteIdText() + ", sequence " + note.sequence() + ", form "
                + note.form());
        lines.add("created " + time(note.times().created()) + ", modified "
                + time(note.times().modified()) + ", last saved by " + lastEditor());
        note.flags().forEach(flag -> lines.add("this is a " + flag.name().toLowerCase(Locale.ROOT) + " document"));
        if (isJudged()) {
            lines.add("the form shows " + FormShows.of(note) + "; the connector reads " + ConnectorReading.of(note));
        }
        String heading = isJudged() ? new Person(note).shownName() : note.form();
        return List.of(Section.lines(heading, lines), Section.table("Items in stored order", items()));
    }

    private List<StoredItem> items() {
        List<StoredItem> items = new ArrayList<>();
        for (int i = 0; i < note.items().size(); i++) {
            items.add(new StoredItem(note.items().get(i), i < places.size() ? places.get(i) : null));
        }
        return items;
    }

    private boolean isJudged() {
        NoteKind kind = NoteKind.of(note);
        return kind == NoteKind.PERSON || kind == NoteKind.GROUP;
    }

    private String lastEditor() {
        List<String> editors = note.updatedBy();
        return editors.isEmpty() ? "(not stored)" : editors.get(editors.size() - 1);
    }

    private static String time(@Nullable NotesTime time) {
        return time == null ? "" : time.toString();
    }
}
