package dirsh.source.domino;

import com.mindoo.domino.jna.IItemTableData;
import com.mindoo.domino.jna.NotesDatabase;
import com.mindoo.domino.jna.NotesSearch;
import com.mindoo.domino.jna.NotesSearch.ISearchMatch;
import com.mindoo.domino.jna.constants.NoteClass;
import com.mindoo.domino.jna.constants.Search;
import com.mindoo.domino.jna.errors.NotesError;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteTimes;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One search of a database: columns from the summary buffers, and the document itself wherever they leave a doubt.
 *
 * <p>Summary buffers show no flags. Of the people whose flag is plainly Yes the first {@value #SAMPLE} are opened to see
 * whether the item is protected in this book; the others are taken to be as most of those are.
 */
final class NoteSearch {

    private static final int SAMPLE = 50;
    private static final String EVERYTHING = "@All";
    private static final String VIEW_TITLE = "";

    private final NotesDatabase database;
    private final NoteReading reading;
    private final String judged;
    private final boolean thorough;
    private int sampled;
    private int sampledProtected;
    private long unopened;

    NoteSearch(NotesDatabase database, NoteReading reading, String judged, boolean thorough) {
        this.database = database;
        this.reading = reading;
        this.judged = judged;
        this.thorough = thorough;
    }

    /**
     * Passes through all data documents.
     *
     * @return how many were judged by their columns alone
     */
    long scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        SummaryColumns columns = new SummaryColumns(projection, judged);
        search(EVERYTHING, columns, (match, row) -> {
            cancellation.check();
            if (thorough || match.isLargeSummary() || columns.opens(row::get)) {
                opened(match, projection, sink);
            } else if (judging(projection) && sampled < SAMPLE && isJudged(row)) {
                Note note = opened(match, projection, sink).orElse(null);
                sampled++;
                sampledProtected += note != null && isProtected(note) ? 1 : 0;
            } else {
                unopened++;
                sink.note(fromColumns(match, row, columns));
            }
        });
        return unopened;
    }

    /** The documents a formula selects, judged by Domino. */
    Set<Unid> selected(String formula, Cancellation cancellation) {
        Set<Unid> selected = new HashSet<>();
        search(formula, new SummaryColumns(Projection.of(List.of(judged)), judged), (match, row) -> {
            cancellation.check();
            Unid.parse(match.getUNID()).ifPresent(selected::add);
        });
        return selected;
    }

    /** Takes one match of a search; the row is valid only while it does. */
    private interface Found {
        void take(ISearchMatch match, IItemTableData row);
    }

    private void search(String formula, SummaryColumns columns, Found found) {
        NotesSearch.search(
                database,
                null,
                formula,
                columns.formulas(),
                VIEW_TITLE,
                EnumSet.of(Search.SUMMARY),
                EnumSet.of(NoteClass.DATA),
                null,
                new NotesSearch.SearchCallback() {
                    @Override
                    public Action noteFound(NotesDatabase parent, ISearchMatch match, IItemTableData row) {
                        found.take(match, row);
                        return Action.Continue;
                    }
                });
    }

    private Optional<Note> opened(ISearchMatch match, Projection projection, NoteSink sink) {
        try {
            Note note = reading.read(match.getNoteId(), projection);
            if (!note.is(NoteFlag.NAMED)) {
                sink.note(note);
            }
            return Optional.of(note);
        } catch (NotesError e) {
            sink.problem(new Problem(
                    reading.place(),
                    "document " + match.getUNID() + " cannot be opened: "
                            + NotesFailure.of(e.getId(), e.getMessage()).sentence()));
            return Optional.empty();
        }
    }

    private boolean judging(Projection projection) {
        return projection.takes(judged);
    }

    private boolean isJudged(IItemTableData row) {
        return row.get(judged) != null;
    }

    private boolean isProtected(Note note) {
        return note.first(judged).map(item -> item.has(ItemFlag.PROTECTED)).orElse(false);
    }

    private Note fromColumns(ISearchMatch match, IItemTableData row, SummaryColumns columns) {
        List<Item> items = new ArrayList<>();
        for (String name : columns.asked()) {
            Object value = row.get(name);
            Optional<ItemType> type = ItemValues.columnType(value);
            if (value != null && type.isPresent()) {
                List<?> values = value instanceof List<?> list ? list : List.of(value);
                items.add(new Item(name, type.get(), ItemValues.of(type.get(), values), flags(name), true, 0));
            }
        }
        return Note.builder(Unid.parse(match.getUNID()).orElseThrow())
                .noteId(match.getNoteId())
                .sequence(match.getSeq())
                .replicaId(reading.replicaId())
                .place(reading.place())
                .times(new NoteTimes(
                        null, NoteReading.time(match.getNoteModified()), NoteReading.time(match.getSeqTime()), null))
                .items(items)
                .build();
    }

    private Set<ItemFlag> flags(String name) {
        Set<ItemFlag> flags = EnumSet.of(ItemFlag.SUMMARY);
        if (name.equals(judged) && sampledProtected * 2 > sampled) {
            flags.add(ItemFlag.PROTECTED);
        }
        return flags;
    }
}
