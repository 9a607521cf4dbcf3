package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.diagnose.Verdict;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A book as it is now, held against a snapshot of it. */
public final class SnapshotComparison {

    private final Snapshot snapshot;
    private final boolean groups;
    private final Map<Unid, String> repaired;
    private final List<SnapshotChange> changes = new ArrayList<>();

    /**
     * A comparison with nothing yet.
     *
     * @param groups whether groups are told of
     * @param repaired the run that had repaired a document last, by UNID
     */
    public SnapshotComparison(Snapshot snapshot, boolean groups, Map<Unid, String> repaired) {
        this.snapshot = snapshot;
        this.groups = groups;
        this.repaired = Map.copyOf(repaired);
    }

    /** Takes one person or group of the book as it is now: what the diagnosis makes of it. */
    public void diagnosed(Note note, Verdict verdict) {
        Optional<Snapshot.Kept> kept = snapshot.see(note.unid());
        if (!asked(verdict.kind())) {
            return;
        }
        String again = repaired.getOrDefault(note.unid(), "");
        SnapshotChange.of(kept, verdict.finding(), again)
                .ifPresent(change -> changes.add(new SnapshotChange(
                        note.unid(),
                        new Person(note).shownName(),
                        change,
                        kept.map(known -> SnapshotChange.word(known.cause())).orElse("not there"),
                        SnapshotChange.word(verdict.finding().map(Finding::cause)),
                        again,
                        note.lastUpdatedBy())));
    }

    /** Takes one person of the book as it is now: whether a recipient is paired with it; empty where that is not known. */
    public void compared(Note note, Verdict verdict, Optional<Boolean> inExchange) {
        Optional<Snapshot.Kept> kept = snapshot.see(note.unid());
        if (verdict.kind() != NoteKind.PERSON || inExchange.isEmpty()) {
            return;
        }
        Optional<Boolean> then = kept.flatMap(Snapshot.Kept::inExchange);
        SnapshotChange.Change change = null;
        if (kept.isEmpty()) {
            change = inExchange.get() ? null : SnapshotChange.Change.MISSING;
        } else if (then.isPresent() && !then.equals(inExchange)) {
            change = inExchange.get() ? SnapshotChange.Change.APPEARED : SnapshotChange.Change.LOST;
        } else if (inExchange.get()
                && kept.get().cause().isEmpty()
                && verdict.finding().isPresent()) {
            change = SnapshotChange.Change.AT_RISK;
        }
        if (change != null) {
            changes.add(new SnapshotChange(
                    note.unid(),
                    new Person(note).shownName(),
                    change,
                    kept.map(known -> word(known.inExchange(), SnapshotChange.word(known.cause())))
                            .orElse("not there"),
                    word(inExchange, SnapshotChange.word(verdict.finding().map(Finding::cause))),
                    repaired.getOrDefault(note.unid(), ""),
                    note.lastUpdatedBy()));
        }
    }

    private static String word(Optional<Boolean> inExchange, String cause) {
        String where = inExchange.map(in -> in ? "in Exchange" : "missing").orElse("not known");
        return where + ", " + cause;
    }

    private boolean asked(NoteKind kind) {
        return kind == NoteKind.PERSON || (groups && kind == NoteKind.GROUP);
    }

    /** When the snapshot was taken. */
    public Instant when() {
        return snapshot.taken().when();
    }

    /** All changes, in the order of the book; those who are gone come last. */
    public List<SnapshotChange> finish() {
        List<SnapshotChange> all = new ArrayList<>(changes);
        for (OptionalInt at = snapshot.unseen(0); at.isPresent(); at = snapshot.unseen(at.getAsInt() + 1)) {
            Snapshot.Kept kept = snapshot.kept(at.getAsInt());
            if (asked(kept.kind())) {
                all.add(new SnapshotChange(
                        kept.unid(),
                        kept.fullName(),
                        SnapshotChange.Change.GONE,
                        SnapshotChange.word(kept.cause()),
                        "not there",
                        repaired.getOrDefault(kept.unid(), ""),
                        ""));
            }
        }
        return all;
    }
}
