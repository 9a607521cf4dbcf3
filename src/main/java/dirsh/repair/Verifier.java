package dirsh.repair;

import dirsh.connector.ConnectorReading;
import dirsh.connector.FlagReading;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at every document a run repaired once more, and at Exchange where an export is at hand. */
public final class Verifier {

    private final RunStore runs;

    public Verifier(RunStore runs) {
        this.runs = runs;
    }

    /**
     * Verifies a run and closes or reopens it.
     *
     * @param run the run
     * @param book the book it wrote to, as it is now
     * @param notInExchange the people of the book without a recipient, if an Exchange export is open
     */
    public Verification verify(Run run, AddressBook book, Optional<Set<Unid>> notInExchange) {
        List<Verification.Person> people = new ArrayList<>();
        for (Entry entry : run.entries()) {
            if (entry.outcome() == Outcome.DONE) {
                String exchange = notInExchange
                        .map(unids -> unids.contains(entry.unid()) ? "not yet" : "appeared")
                        .orElse("not looked at");
                people.add(new Verification.Person(entry.unid(), entry.fullName(), stored(entry, book), exchange));
            }
        }
        boolean fileOnly = !book.features().contains(BookFeature.LIVE);
        Verification verification = new Verification(run.summary(), people, fileOnly, notInExchange.isPresent());
        boolean settled = run.state() == RunState.OPEN || run.state() == RunState.FINISHED;
        if (settled && run.plan().undoes().isEmpty() && notInExchange.isPresent()) {
            RunState state = verification.isComplete() ? RunState.FINISHED : RunState.OPEN;
            Run judged = run.with(state, List.of());
            runs.keep(judged.summary());
            return new Verification(judged.summary(), people, fileOnly, true);
        }
        return verification;
    }

    private static Verification.Stored stored(Entry entry, AddressBook book) {
        Optional<Note> note = book.read(entry.unid());
        if (note.isEmpty()) {
            return Verification.Stored.GONE;
        }
        if (ConnectorReading.of(note.get()) != FlagReading.YES) {
            return Verification.Stored.LOST;
        }
        return note.get().sequence() == entry.sequence() ? Verification.Stored.HELD : Verification.Stored.CHANGED;
    }
}
