package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.MemoryBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The store fails at every call in turn, before and after the call did its work, once or from there on, until a run meets no
 * fault.
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

    /** Whether the fault was met. */
    private boolean faulty(Plan plan, AddressBook book, int at, boolean lasting) {
        List<String> earlier = runs().ids();
        Checker checker = new Checker(plan, book);
        FaultyBook faulty = FaultyBook.failing(book, at, lasting);
        Run run;
        try {
            run = applier().apply(plan, faulty, Limits.NONE);
        } catch (DirshException e) {
            assertThat(e.problem()).contains("the store does not answer");
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.FAILED);
            if (begun(earlier).isEmpty()) {
                run = applier().apply(plan, book, Limits.NONE);
            } else {
                String id = begun(earlier).get(0);
                assertThat(e.tryThis()).endsWith("resume " + id);
                assertThat(unfinished()).contains(id);
                run = applier().resume(id, book);
            }
        }
        assertThat(begun(earlier)).containsExactly(run.id());
        checker.checkTold(applier(), runs(), run, book);
        assertThat(unfinished()).doesNotContain(run.id());
        return faulty.reached();
    }

    private List<String> unfinished() {
        return runs().list(problem -> {}).stream()
                .filter(run -> run.state() == RunState.INTERRUPTED)
                .map(RunSummary::id)
                .toList();
    }

    private List<String> begun(List<String> earlier) {
        return runs().ids().stream().filter(id -> !earlier.contains(id)).toList();
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home" + round)), CLOCK);
    }
}
