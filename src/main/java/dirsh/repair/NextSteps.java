package dirsh.repair;

import dirsh.model.Counted;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.util.ArrayList;
import java.util.List;

/** What a run tells the user to do next. */
final class NextSteps {

    private NextSteps() {}

    static List<String> after(Plan plan, List<Entry> entries, String id, RunState state, AddressBook book) {
        List<String> notes = new ArrayList<>();
        if (state == RunState.INTERRUPTED) {
            notes.add("stopped after the document in hand; go on with: resume " + id);
            return notes;
        }
        long done = entries.stream()
                .filter(entry -> entry.outcome() == Outcome.DONE)
                .count();
        long untouched = entries.stream()
                .filter(entry -> entry.outcome() == Outcome.UNTOUCHED)
                .count();
        if (untouched > 0) {
            notes.add(untouched + " documents are left; apply the same plan again for the rest");
        }
        if (done == 0) {
            return notes;
        }
        boolean live = book.features().contains(BookFeature.LIVE);
        if (!live) {
            notes.add("the export " + book.identity().address()
                    + " was changed; the Domino Directory itself is unchanged");
        }
        if (plan.undoes().isPresent()) {
            notes.add(done + " people read No again; the next sync may delete them in Exchange");
            return notes;
        }
        notes.add(sync(live, id));
        long local = entries.stream()
                .filter(entry ->
                        entry.outcome() == Outcome.DONE && !entry.reason().isEmpty())
                .count();
        if (local > 0) {
            notes.add(Counted.of(local, "document is", "documents are")
                    + " healed here, but may not replicate; see: runs " + id);
        }
        notes.add("take back with: undo " + id);
        return notes;
    }

    /**
     * How repaired people come to appear in Exchange.
     *
     * @param live whether the repair reached the Domino Directory itself
     */
    static String sync(boolean live, String id) {
        return live
                ? "next: run an update sync, not a full reload; then: exchange NEWFILE; verify " + id
                : "next: repair the same people in the Domino Directory, run an update sync (not a full"
                        + " reload), then: exchange NEWFILE; verify " + id;
    }
}
