package dirsh.source.view;

import dirsh.entry.AttributeNames;
import dirsh.entry.Columns;
import dirsh.entry.Entry;
import dirsh.entry.EntrySink;
import dirsh.entry.EntrySource;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookIdentity;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteSink;
import dirsh.source.Overlay;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An address book that is only a view of a Domino Directory: it tells texts, and is never written. */
public final class ViewBook implements AddressBook {

    private static final String BETTER = "open a copy of names.nsf, or a DXL export of the directory";

    /** The entries a server is asked for unless the user says otherwise: people and groups of any schema. */
    public static final String USUAL_FILTER =
            "(|(objectClass=dominoPerson)(objectClass=person)(objectClass=dominoGroup)" + "(objectClass=groupOfNames))";

    private final EntrySource entries;
    private final AttributeNames names;
    private final String separator;
    private final BookIdentity identity;

    /**
     * A view of a directory, which is read by the scan.
     *
     * @param separator what stands between the values of a list in one cell
     * @param mapped further names of columns, as {@code COLUMN=item}
     */
    public ViewBook(EntrySource entries, String separator, List<String> mapped) {
        this.entries = entries;
        this.separator = separator;
        this.names = DirectoryAttribute.names(mapped);
        this.identity = new BookIdentity(
                entries.address(), "view in a " + entries.storage(), "", "", "view:" + entries.address());
    }

    @Override
    public BookIdentity identity() {
        return identity;
    }

    @Override
    public Set<BookFeature> features() {
        return EnumSet.noneOf(BookFeature.class);
    }

    /** Passes through the entries that stand for documents; a view that tells nobody's flag is refused. */
    @Override
    public void scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        Reader reader = new Reader(projection, sink);
        entries.scan(names, cancellation, reader);
        reader.end();
    }

    @Override
    public Optional<Note> read(Unid unid) {
        List<Note> found = new ArrayList<>();
        Reader reader = new Reader(Projection.ALL, note -> {
            if (found.isEmpty() && note.unid().equals(unid)) {
                found.add(note);
            }
        });
        entries.lookUp(names, DirectoryAttribute.UNID.slot(), unid.toString(), new Cancellation(), reader);
        if (found.isEmpty()) {
            entries.scan(names, new Cancellation(), reader);
        }
        return found.stream().findFirst();
    }

    private final class Reader implements EntrySink {
        private final Projection projection;
        private final NoteSink sink;
        private ViewedNote view;
        private boolean peopleSeen;
        private boolean flagSeen;

        Reader(Projection projection, NoteSink sink) {
            this.projection = projection;
            this.sink = sink;
            this.view = new ViewedNote(projection, Optional.empty());
        }

        @Override
        public void columns(Columns columns) {
            if (!columns.has(DirectoryAttribute.FLAG.slot())) {
                throw noFlag(columns.place() + ": no column AvailableForDirSync");
            }
            view = new ViewedNote(projection, Optional.of(separator));
            flagSeen = true;
        }

        @Override
        public void entry(Entry entry) {
            flagSeen |= entry.has(DirectoryAttribute.FLAG.slot());
            Optional<Note> note = view.note(entry);
            if (note.isPresent()) {
                peopleSeen = peopleSeen || NoteKind.of(note.get()) == NoteKind.PERSON;
                sink.note(note.get());
            }
        }

        @Override
        public void problem(Problem problem) {
            sink.problem(problem);
        }

        @Override
        public void passed(long done, long total, String unit) {
            sink.passed(done, total, unit);
        }

        void end() {
            if (peopleSeen && !flagSeen) {
                throw noFlag(identity.address() + ": no entry tells AvailableForDirSync");
            }
        }
    }

    private static DirshException noFlag(String problem) {
        return DirshException.badInput(
                problem + ", so nobody's flag can be told",
                BETTER + ", or name the column: --map \"COLUMN=AvailableForDirSync\"");
    }

    /** Refuses: nothing could put the items back. */
    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        throw readOnly();
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        throw readOnly();
    }

    private DirshException readOnly() {
        return DirshException.badInput(
                identity.address() + ": a view of the directory is only read, never written", BETTER);
    }

    @Override
    public String contentToken() {
        return entries.contentToken();
    }

    @Override
    public void close() {
        entries.close();
    }
}
