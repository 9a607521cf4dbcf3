package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asserts the invariants I1 to I5 of a repair from the store before and after it, and from the journal.
 *
 * <p>I1: only planned documents changed, and in them only the flag. I2: nobody is left at No. I3: the journal and the
 * store agree. I4: a second application writes nothing. I5: exit code and totals are those of the journal.
 */
final class Checker {

    private final Plan plan;
    private final Map<String, Note> before;

    Checker(Plan plan, AddressBook before) {
        this.plan = plan;
        this.before = Export.notes(before);
    }

    /** As {@link #check}, and the run that was told about says the same as its journal. */
    void checkTold(Applier applier, RunStore runs, Run told, AddressBook book) {
        JournalText journal = JournalText.of(runs, told.id());
        assertThat(told.totals()).isEqualTo(journal.totals(plan.size()));
        assertThat(told.exitCode()).isEqualTo(journal.exitCode());
        check(applier, runs, told.id(), book);
    }

    /** As {@link #check}, and a process ended with this code and, if it showed totals, with those of the journal. */
    void checkEnded(Applier applier, RunStore runs, String id, AddressBook book, int code, String shown) {
        JournalText journal = JournalText.of(runs, id);
        assertThat(code).as(shown).isEqualTo(journal.exitCode());
        assertThat(shown).contains("run " + id + ": " + journal.totals(plan.size()));
        check(applier, runs, id, book);
    }

    /** The run came to its end, and a second application and a second resume write nothing. */
    void check(Applier applier, RunStore runs, String id, AddressBook book) {
        Run run = runs.load(id);
        Map<String, Note> after = Export.notes(book);
        onlyThePlannedChanged(after);
        nobodyIsLeftAtNo(run, after);
        journalAgreesWithTheStore(run, after);
        assertThat(run.state()).isNotEqualTo(RunState.INTERRUPTED);
        nothingIsWritten(book, () -> applier.resume(id, book));
        nothingIsWritten(book, () -> applier.apply(plan, book, Limits.NONE));
        totalsAreTheJournals(run, runs);
    }

    /** I1. */
    private void onlyThePlannedChanged(Map<String, Note> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Set<String> planned =
                plan.changes().stream().map(change -> change.unid().toString()).collect(Collectors.toSet());
        after.forEach((unid, note) -> {
            Note old = before.get(unid);
            if (planned.contains(unid)) {
                assertThat(others(note)).as("other items of %s", unid).isEqualTo(others(old));
            } else {
                assertThat(note.toBuilder().place(old.place()).build())
                        .as("document %s, which is not planned", unid)
                        .isEqualTo(old);
            }
        });
    }

    /** I2: at No only who was left alone, and those are exactly as before. */
    private void nobodyIsLeftAtNo(Run run, Map<String, Note> after) {
        for (Entry entry : run.entries()) {
            Note note = note(after, entry.unid());
            Note old = note(before, entry.unid());
            if (note.sequence() != old.sequence() && plan.undoes().isEmpty()) {
                assertThat(FlagItem.isHealthy(note))
                        .as("flag of %s", note.unid())
                        .isTrue();
            } else if (note.sequence() == old.sequence()) {
                assertThat(FlagItem.of(note)).isEqualTo(FlagItem.of(old));
            }
        }
    }

    /** I3. */
    private void journalAgreesWithTheStore(Run run, Map<String, Note> after) {
        Map<Unid, Change> changes = new HashMap<>();
        plan.changes().forEach(change -> changes.put(change.unid(), change));
        assertThat(run.entries()).extracting(Entry::unid).containsExactlyElementsOf(changes(plan));
        for (Entry entry : run.entries()) {
            Note note = note(after, entry.unid());
            Change change = changes.get(entry.unid());
            assertThat(change).isNotNull();
            assertThat(entry.outcome()).as("outcome of %s", entry.unid()).isNotEqualTo(Outcome.AT_NO);
            assertThat(DocumentRepair.isAsPlanned(note, change, plan.mode()))
                    .as("%s is %s", entry.unid(), entry.outcome())
                    .isEqualTo(entry.outcome() == Outcome.DONE);
            if (entry.outcome() == Outcome.DONE) {
                assertThat(note.sequence()).isEqualTo(entry.sequence());
                assertThat(note.sequence()).isEqualTo(change.sequence() + change.saves(plan.mode()));
            }
            assertThat(entry.reason().isEmpty()).isEqualTo(entry.outcome() != Outcome.REFUSED);
        }
    }

    /** I4. */
    private static void nothingIsWritten(AddressBook book, Supplier<Run> again) {
        String content = book.contentToken();
        assertThat(again.get().state()).isNotEqualTo(RunState.INTERRUPTED);
        assertThat(book.contentToken()).isEqualTo(content);
    }

    /** I5. */
    private static void totalsAreTheJournals(Run run, RunStore runs) {
        List<Entry> journal = List.copyOf(
                Journal.read(runs.folder(run.id()), run.plan()).entries().values());
        assertThat(run.entries()).isEqualTo(journal);
        RunSummary row = runs.list(problem -> {}).stream()
                .filter(summary -> summary.id().equals(run.id()))
                .findFirst()
                .orElseThrow();
        // When it ended and what was verified since is kept beside what the journal says.
        assertThat(row.with("", 0, 0)).isEqualTo(run.summary().with("", 0, 0));
        assertThat(run.totals()).isEqualTo(JournalText.of(runs, run.id()).totals(journal.size()));
    }

    private static List<Unid> changes(Plan plan) {
        return plan.changes().stream().map(Change::unid).toList();
    }

    private static Note note(Map<String, Note> notes, Unid unid) {
        Note note = notes.get(unid.toString());
        assertThat(note).as("document %s", unid).isNotNull();
        return note;
    }

    private static List<Item> others(Note note) {
        return note.items().stream()
                .filter(item -> !item.isNamed(FlagItem.NAME))
                .toList();
    }
}
