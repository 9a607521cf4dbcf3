package dirsh.repair;

import dirsh.connector.ConnectorReading;
import dirsh.connector.FlagReading;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Turns a run into the plan that takes it back: the old items of every repaired document, in reverse order. */
public final class Undo {

    private final AddressBook book;

    public Undo(AddressBook book) {
        this.book = book;
    }

    /**
     * The plan that undoes a run. A document that changed since gets there too and is refused when the plan is applied.
     *
     * @throws DirshException if the run was not brought to its end, or is undone already
     */
    public Plan of(Run run) {
        if (run.state() == RunState.INTERRUPTED) {
            throw DirshException.badInput("run " + run.id() + " was interrupted", "resume " + run.id());
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < run.entries().size(); i++) {
            Entry entry = run.entries().get(i);
            if (entry.outcome() == Outcome.DONE && !entry.itemHash().isEmpty()) {
                changes.add(inverse(run.plan().changes().get(i), entry));
            }
        }
        Collections.reverse(changes);
        return new Plan(
                run.plan().address(),
                run.plan().lockKey(),
                run.plan().replicaId(),
                RepairMode.DIRECT,
                Optional.of(run.id()),
                changes);
    }

    /** How many of the plan's documents read Yes now and will not any more. */
    public int willReadNo(Plan undo) {
        int count = 0;
        for (Change change : undo.changes()) {
            Optional<Note> note = book.read(change.unid());
            count += note.isPresent() && ConnectorReading.of(note.get()) == FlagReading.YES ? 1 : 0;
        }
        return count;
    }

    private Change inverse(Change change, Entry entry) {
        return new Change(
                change.unid(),
                change.noteId(),
                change.fullName(),
                change.cause(),
                InExchange.UNKNOWN,
                entry.sequence(),
                entry.itemHash(),
                book.read(change.unid()).map(note -> KeptItem.of(book, note)).orElse(List.of()),
                new Change.Restore(change.before(), change.itemHash()));
    }
}
