package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.Snapshot;
import dirsh.compare.SnapshotChange;
import dirsh.compare.SnapshotComparison;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Verdict;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import dirsh.repair.Recurrence;
import dirsh.repair.RunStore;
import dirsh.source.BookIdentity;
import dirsh.source.Projection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a book held at one moment, kept in a file, and what changed since. */
public final class Snapshots {

    private final Session session;
    private final Console console;
    private final Repairs.Environment environment;

    Snapshots(Session session, Console console, Repairs.Environment environment) {
        this.session = session;
        this.console = console;
        this.environment = environment;
    }

    /** Keeps what a book holds now in a new file; with an Exchange export open, who is in Exchange as well. */
    public void take(String file, @Nullable String in) {
        OpenBook book = session.book(in);
        BookIdentity identity = book.book().identity();
        Map<Unid, Boolean> absent = session.hasRecipients() ? absent(book) : Map.of();
        Snapshot.Taken taken = new Snapshot.Taken(
                identity.address(),
                identity.lockKey(),
                identity.replicaId(),
                environment.clock().instant(),
                session.hasRecipients());
        int count = SnapshotFile.write(
                session.file(file),
                file,
                taken,
                kept -> pass(
                        book,
                        (note, verdict) ->
                                kept.accept(Snapshot.Kept.of(note, verdict, inExchange(note, verdict, absent)))));
        console.note("snapshot " + file + ": " + Counted.of(count, "person or group", "people and groups") + " of "
                + identity.address() + (taken.withExchange() ? ", with who is in Exchange" : ""));
    }

    /**
     * Whose diagnosis is another one than when a snapshot was taken.
     *
     * @throws DirshException as bad input if the file is no snapshot of this directory
     */
    List<SnapshotChange> diagnose(String file, @Nullable String in, boolean groups) {
        OpenBook book = session.book(in);
        SnapshotComparison since = new SnapshotComparison(snapshot(file, book), groups, repaired(book));
        pass(book, since::diagnosed);
        return told(since, file);
    }

    /**
     * Who came to Exchange, was lost from it or came to be at risk since a snapshot was taken.
     *
     * @throws DirshException as bad input if the file is no snapshot of this directory, or was taken without Exchange
     */
    public List<SnapshotChange> compare(String file, @Nullable String in) {
        OpenBook book = session.book(in);
        Snapshot snapshot = snapshot(file, book);
        if (!snapshot.taken().withExchange()) {
            throw DirshException.badInput(
                    "snapshot " + file + " was taken without an Exchange export, so who was in Exchange is not known",
                    "diagnose --since " + file + ", or exchange recipients.csv before the next snapshot");
        }
        Map<Unid, Boolean> absent = absent(book);
        SnapshotComparison since = new SnapshotComparison(snapshot, false, repaired(book));
        pass(book, (note, verdict) -> since.compared(note, verdict, inExchange(note, verdict, absent)));
        return told(since, file);
    }

    private List<SnapshotChange> told(SnapshotComparison since, String file) {
        List<SnapshotChange> changes = since.finish();
        console.note(Counted.of(changes.size(), "change") + " since " + file + ", " + since.when());
        return changes;
    }

    private Snapshot snapshot(String file, OpenBook book) {
        Path path = session.file(file);
        Snapshot snapshot = SnapshotFile.read(path, file);
        Snapshot.Taken taken = snapshot.taken();
        if (!book.book().identity().isReplicaOf(taken.store(), taken.replicaId())) {
            throw DirshException.badInput(
                    "snapshot " + file + " is of another directory, " + taken.address(), "open " + taken.address());
        }
        return snapshot;
    }

    private Map<Unid, String> repaired(OpenBook book) {
        return Recurrence.repairedBy(
                book.book().identity().replicaId(),
                new RunStore(environment.home(), environment.clock()),
                console::warn);
    }

    /** Judges every person and group of a book; conflict documents are left out. */
    private void pass(OpenBook book, BiConsumer<Note, Verdict> taker) {
        Diagnoser diagnoser = new Diagnoser(session.connector().extraction(book.book()));
        book.book().scan(Projection.of(diagnoser.needed()), session.cancellation(), note -> diagnoser
                .judge(note)
                .filter(verdict -> !verdict.conflict())
                .ifPresent(verdict -> taker.accept(note, verdict)));
    }

    /** The people without a recipient of their own: true for those who are missing, false where two could be meant. */
    private Map<Unid, Boolean> absent(OpenBook book) {
        Comparison comparison = session.comparisons().of(book);
        Map<Unid, Boolean> absent = new HashMap<>();
        comparison.missing().forEach(person -> absent.put(person.unid(), true));
        comparison.ambiguous().forEach(person -> absent.put(person.unid(), false));
        return absent;
    }

    private Optional<Boolean> inExchange(Note note, Verdict verdict, Map<Unid, Boolean> absent) {
        if (!session.hasRecipients() || verdict.kind() != NoteKind.PERSON) {
            return Optional.empty();
        }
        Boolean missing = absent.get(note.unid());
        return missing == null ? Optional.of(true) : missing ? Optional.of(false) : Optional.empty();
    }
}
