package dirsh.source.nsf;

import dirsh.model.Cancellation;
import dirsh.model.DeletionStub;
import dirsh.model.DirshException;
import dirsh.model.ItemPlace;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookIdentity;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteSink;
import dirsh.source.Overlay;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An address book that is an NSF file, read without Notes software and never written. */
public final class NsfBook implements AddressBook {

    private static final Projection NO_ITEMS = new Projection(Set.of(""));

    /** Between two words about how far a scan is. */
    private static final int NOTES_BETWEEN_WORDS = 1_000;

    private final Path path;
    private final BookIdentity identity;
    private NsfStore store;
    private @Nullable UnidIndex index;

    private NsfBook(Path path, BookIdentity identity, NsfStore store) {
        this.path = path;
        this.identity = identity;
        this.store = store;
    }

    /**
     * Opens a database file; what leads to its notes is read, the notes are not.
     *
     * @param address the file's name as the user gave it, used in messages
     * @throws DirshException if it cannot be read, is no NSF, too old or encrypted, or the work was cancelled
     */
    public static NsfBook open(Path file, String address, Cancellation cancellation) {
        if (Files.isDirectory(file)) {
            throw DirshException.badInput(address + " is a folder", "open a database inside it, such as names.nsf");
        }
        if (!Files.exists(file)) {
            throw DirshException.badInput(
                    address + " does not exist", "open names.nsf, with the path of a copy of the database");
        }
        NsfStore store = NsfStore.open(file, address, cancellation);
        NsfHeader header = store.header();
        try {
            BookIdentity identity = new BookIdentity(
                    address,
                    "NSF file",
                    header.title(),
                    header.replicaId(),
                    file.toRealPath().toString());
            return new NsfBook(file, identity, store);
        } catch (IOException e) {
            store.close();
            throw NsfErrors.io(address, e);
        }
    }

    @Override
    public BookIdentity identity() {
        return identity;
    }

    @Override
    public Set<BookFeature> features() {
        return EnumSet.of(BookFeature.ITEM_DETAILS, BookFeature.ITEM_SEQUENCE, BookFeature.DELETION_STUBS);
    }

    /** Passes through the documents in the order of their buckets and slots, each bucket read once. */
    @Override
    public void scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        NsfStore current = current(cancellation);
        current.problems().forEach(sink::problem);
        NsfProblems problems = new NsfProblems(current.file(), sink::problem);
        NoteReader reader = new NoteReader(current, projection, problems);
        UnidIndex documents = new UnidIndex(current.references().count());
        for (int reference = 0; reference < current.references().count(); reference++) {
            cancellation.check();
            if (reference > 0 && reference % NOTES_BETWEEN_WORDS == 0) {
                sink.passed(reference, current.references().count(), "notes");
            }
            try {
                scanOne(current, reference, reader, documents, sink, problems);
            } catch (NsfDamage e) {
                String id = NsfProblems.id(current.references().noteId(reference));
                problems.add(e.offset(), "note " + id + " is passed over: " + e.text());
            }
        }
        if (!current.file().isCurrent(path)) {
            problems.add(
                    0, "the file was changed while it was read; take a copy with the server down, or a new replica");
        }
        index = documents;
    }

    private static void scanOne(
            NsfStore store, int reference, NoteReader reader, UnidIndex documents, NoteSink sink, NsfProblems problems)
            throws NsfDamage {
        NsfNote stored = store.note(reference);
        if (stored.isStub()) {
            if (stored.isOfDocumentClass() && !stored.isNamed()) {
                sink.stub(stub(stored));
            }
            return;
        }
        if (!stored.isData()) {
            return;
        }
        Optional<Note> note = reader.read(stored);
        if (note.isEmpty()) {
            return;
        }
        if (documents.add(stored.unid(), reference, other -> unid(store, other))) {
            sink.note(note.get());
        } else {
            problems.add(
                    stored.slot().place(0),
                    "note " + NsfProblems.id(stored.noteId())
                            + " has the UNID of an earlier document; it is passed over");
        }
    }

    private static DeletionStub stub(NsfNote stored) {
        return new DeletionStub(
                stored.unid(),
                stored.sequence(),
                NsfTimes.of(stored.sequenceTime()).orElse(null));
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return stored(unid, (stored, reader) -> reader.read(stored)).flatMap(note -> note);
    }

    @Override
    public List<ItemPlace> places(Unid unid) {
        return stored(unid, (stored, reader) -> reader.places(stored)).orElse(List.of());
    }

    /** Reads something of one document. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(NsfNote stored, NoteReader reader) throws NsfDamage;
    }

    private <T> Optional<T> stored(Unid unid, Reading<T> reading) {
        UnidIndex known = index;
        if (known == null || !store.file().isCurrent(path)) {
            scan(NO_ITEMS, new Cancellation(), note -> {});
            known = index;
        }
        if (known == null) {
            throw new IllegalStateException("a scan leaves an index");
        }
        int reference = known.find(unid, other -> unid(store, other));
        if (reference < 0) {
            return Optional.empty();
        }
        try {
            NoteReader reader = new NoteReader(store, Projection.ALL, new NsfProblems(store.file(), problem -> {}));
            return Optional.of(reading.read(store.note(reference), reader));
        } catch (NsfDamage e) {
            return Optional.empty();
        }
    }

    private static Optional<Unid> unid(NsfStore store, int reference) {
        try {
            return Optional.of(store.note(reference).unid());
        } catch (NsfDamage e) {
            return Optional.empty();
        }
    }

    /** The canonical item rows of all notes, sorted and each without line end (nsf-format 14). */
    public NsfFingerprint canonicalRows(Cancellation cancellation, Consumer<String> rows) {
        return CanonicalRows.read(current(cancellation), cancellation, rows);
    }

    /** The counts of the file and the hash of its canonical item rows (nsf-format 14). */
    public NsfFingerprint fingerprint(Cancellation cancellation) {
        return canonicalRows(cancellation, row -> {});
    }

    /** Refuses: nothing could put the items back. */
    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        throw NsfErrors.readOnly(identity.address());
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        throw NsfErrors.readOnly(identity.address());
    }

    @Override
    public String contentToken() {
        try {
            return NsfFile.token(path);
        } catch (IOException e) {
            throw NsfErrors.io(identity.address(), e);
        }
    }

    /** The file as it is now, opened again if somebody put another one in its place. */
    private NsfStore current(Cancellation cancellation) {
        if (!store.file().isCurrent(path)) {
            store.close();
            index = null;
            store = NsfStore.open(path, identity.address(), cancellation);
        }
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
