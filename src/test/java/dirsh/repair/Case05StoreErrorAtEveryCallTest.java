package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dirsh.People;
import dirsh.Workplace;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.MemoryBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The store fails at every call in turn, before and after the call did its work, once or from there on, until a run meets no
 * fault.
 *
 * <p>One failure of a read or a save of a document is healed within the run. What lasts leaves the run among the unfinished
 * ones, at the prompt too, until it is resumed.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case05StoreErrorAtEveryCallTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private int round;

    @ParameterizedTest
    @CsvSource({"TOGGLE, false", "TOGGLE, true", "DIRECT, false", "DIRECT, true"})
    void live_run_with_a_fault_at_any_call_is_whole_after_one_resume(RepairMode mode, boolean lasting) {
        everyFault(mode, lasting, this::live);
    }

    @ParameterizedTest
    @CsvSource({"TOGGLE, false", "TOGGLE, true", "DIRECT, false", "DIRECT, true"})
    void run_on_an_export_with_a_fault_at_any_call_is_whole_after_one_resume(RepairMode mode, boolean lasting) {
        everyFault(mode, lasting, this::export);
    }

    @ParameterizedTest
    @CsvSource({"TOGGLE, false", "TOGGLE, true", "DIRECT, false", "DIRECT, true"})
    void undo_with_a_fault_at_any_call_is_whole_after_one_resume(RepairMode mode, boolean lasting) {
        everyFaultOfUndo(mode, lasting, this::live);
        everyFaultOfUndo(mode, lasting, this::export);
    }

    private AddressBook live() {
        return new MemoryBook(
                "names",
                People.REPLICA,
                List.of(healthy(1), with(2, flag("Yes")), with(3, flag("1"), flag("1")), with(4), with(5, flag("0"))));
    }

    private AddressBook export() {
        Path file = folder.resolve("names" + round + ".dxl");
        String one = Export.flag("1");
        return Export.open(Export.write(file, one, Export.flag("Yes"), one + one, "", Export.flag("0")));
    }

    private void everyFault(RepairMode mode, boolean lasting, Supplier<AddressBook> fresh) {
        boolean failed = true;
        for (int at = 0; failed; at++) {
            round++;
            AddressBook book = fresh.get();
            failed = faulty(Export.plan(book, mode), book, at, lasting);
        }
    }

    private void everyFaultOfUndo(RepairMode mode, boolean lasting, Supplier<AddressBook> fresh) {
        boolean failed = true;
        for (int at = 0; failed; at++) {
            round++;
            AddressBook book = fresh.get();
            Run run = applier().apply(Export.plan(book, mode), book, Limits.NONE);
            Plan undo = new Undo(book).of(run);
            failed = faulty(undo, book, at, lasting);
            assertThat(runs().load(run.id()).state()).isEqualTo(RunState.UNDONE);
        }
    }

    @Test
    void run_that_a_lasting_failure_stopped_is_shown_by_the_command_until_it_is_resumed() {
        Workplace shell = new Workplace(folder);
        AddressBook book = export();
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        RunStore shellRuns = new RunStore(new Home(folder.resolve(".dirsh")), CLOCK);
        Applier applier = new Applier(Settings.of(shellRuns, CLOCK));
        FaultyBook faulty = FaultyBook.failing(book, 20, true);
        assertThatThrownBy(() -> applier.apply(plan, faulty, Limits.NONE)).hasMessageContaining("does not answer");
        assertThat(faulty.metInDocument()).isTrue();
        String id = shellRuns.ids().get(0);

        assertThat(shell.commands("runs --unfinished").out()).contains(id).contains("interrupted");
        assertThat(shell.commands("resume " + id + " --yes").code()).isZero();
        assertThat(shell.commands("runs").out()).contains(id).contains("finished");
        assertThat(shell.commands("runs --unfinished").out()).doesNotContain(id);
    }

    /** Whether the fault was met. */
    private boolean faulty(Plan plan, AddressBook book, int at, boolean lasting) {
        List<String> earlier = runs().ids();
        UnfinishedRuns prompt = new UnfinishedRuns(runs(), home());
        List<UnfinishedRun> waiting = prompt.list();
        Checker checker = new Checker(plan, book);
        FaultyBook faulty = FaultyBook.failing(book, at, lasting);
        Run run;
        try {
            run = applier().apply(plan, faulty, Limits.NONE);
            assertThat(faulty.reached()).as("met and healed, at %s", at).isEqualTo(faulty.metInDocument());
            assertThat(lasting && faulty.reached())
                    .as("lasting and healed, at %s", at)
                    .isFalse();
        } catch (DirshException e) {
            assertThat(e.problem()).contains("the store does not answer");
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.FAILED);
            assertThat(lasting || !faulty.metInDocument())
                    .as("one failure for a document ended the run, at %s", at)
                    .isTrue();
            if (begun(earlier).isEmpty()) {
                assertThat(prompt.list()).isEqualTo(waiting);
                run = applier().apply(plan, book, Limits.NONE);
            } else {
                String id = begun(earlier).get(0);
                assertThat(e.tryThis()).endsWith("resume " + id);
                waitsToBeResumed(id, prompt);
                // Asked again while the store still fails it says the same, and goes on waiting.
                if (lasting) {
                    assertThatThrownBy(() -> applier().resume(id, FaultyBook.failing(book, 0, true)))
                            .hasMessageContaining("the store does not answer");
                    waitsToBeResumed(id, prompt);
                }
                run = applier().resume(id, book);
            }
        }
        assertThat(begun(earlier)).containsExactly(run.id());
        assertThat(run.totals()).isEqualTo(plan.size() + " planned: " + plan.size() + " done, 0 refused");
        checker.checkTold(applier(), runs(), run, book);
        waitsAtMostForExchange(run, book, prompt);
        return faulty.reached();
    }

    private void waitsToBeResumed(String id, UnfinishedRuns prompt) {
        assertThat(state(id)).isEqualTo(RunState.INTERRUPTED);
        assertThat(prompt.list())
                .filteredOn(UnfinishedRun::isInterrupted)
                .extracting(UnfinishedRun::id)
                .containsExactly(id);
    }

    /** People repaired in a live book are still to be seen; everything else is over and shown nowhere. */
    private void waitsAtMostForExchange(Run run, AddressBook book, UnfinishedRuns prompt) {
        boolean open = book.features().contains(BookFeature.LIVE)
                && run.plan().undoes().isEmpty();
        assertThat(state(run.id())).isEqualTo(open ? RunState.OPEN : RunState.FINISHED);
        assertThat(prompt.list())
                .extracting(UnfinishedRun::id, UnfinishedRun::state)
                .containsExactlyElementsOf(open ? List.of(tuple(run.id(), RunState.OPEN)) : List.of());
    }

    private RunState state(String id) {
        return runs().list(problem -> {}).stream()
                .filter(run -> run.id().equals(id))
                .map(RunSummary::state)
                .findFirst()
                .orElseThrow();
    }

    private List<String> begun(List<String> earlier) {
        return runs().ids().stream().filter(id -> !earlier.contains(id)).toList();
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(home(), CLOCK);
    }

    private Home home() {
        return new Home(folder.resolve("home" + round));
    }
}
