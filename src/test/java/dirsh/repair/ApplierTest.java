package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.unid;
import static dirsh.People.with;
import static dirsh.model.ItemFlag.PROTECTED;
import static dirsh.model.ItemFlag.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Diagnosis;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.source.MemoryBook;
import dirsh.source.Projection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApplierTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private MemoryBook book = new MemoryBook(
            "names",
            People.REPLICA,
            List.of(
                    healthy(1),
                    with(2, flag("Yes", SUMMARY, PROTECTED)),
                    with(3, flag("1"), flag("1")),
                    with(4),
                    with(5, flag("0")),
                    with(6, flag("1"), flag("0"))));

    @Test
    void toggle_saves_twice_and_leaves_one_healthy_item() {
        Map<String, String> others = otherItems();
        Run run = apply(plan(RepairMode.TOGGLE));

        assertThat(run.totals()).isEqualTo("3 planned: 3 done, 0 refused");
        assertThat(run.exitCode()).isZero();
        for (int n : new int[] {2, 3, 4}) {
            Note note = note(n);
            assertThat(FlagItem.isHealthy(note)).isTrue();
            assertThat(note.sequence()).isEqualTo(4);
            assertThat(note.revisions()).hasSize(2);
        }
        assertThat(note(2).first(FlagItem.NAME).orElseThrow().has(PROTECTED)).isTrue();
        assertThat(note(1).sequence()).isEqualTo(2);
        assertThat(note(5)).isEqualTo(with(5, flag("0")));
        assertThat(note(6).items(FlagItem.NAME)).hasSize(2);
        assertThat(otherItems()).isEqualTo(others);
    }

    @Test
    void direct_saves_once() {
        apply(plan(RepairMode.DIRECT));
        assertThat(note(3).sequence()).isEqualTo(3);
        assertThat(FlagItem.isHealthy(note(3))).isTrue();
    }

    @Test
    void document_saved_by_somebody_else_is_refused_and_the_rest_is_repaired() {
        Plan plan = plan(RepairMode.TOGGLE);
        Note edited =
                note(3).toBuilder().sequence(3).item(Item.text("Comment", "hi")).build();
        book.put(edited);
        Run run = apply(plan);
        assertThat(run.totals()).isEqualTo("3 planned: 2 done, 1 refused");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.entries().get(1).reason()).isEqualTo("saved since it was planned: sequence 3, planned 2");
        assertThat(note(3)).isEqualTo(edited);
    }

    @ParameterizedTest
    @EnumSource(RepairMode.class)
    void undo_brings_every_flag_item_back(RepairMode mode) {
        Map<String, String> before = flagItems();
        Run run = apply(plan(mode));
        Plan undo = new Undo(book).of(run);
        assertThat(new Undo(book).willReadNo(undo)).isEqualTo(3);
        Run undone = apply(undo);
        assertThat(undone.exitCode()).isZero();
        assertThat(flagItems()).isEqualTo(before);
        assertThat(store().list(problem -> {}))
                .extracting(RunSummary::state)
                .containsExactlyInAnyOrder(RunState.UNDONE, RunState.FINISHED);
    }

    @Test
    void undo_leaves_a_document_that_changed_since() {
        Run run = apply(plan(RepairMode.TOGGLE));
        book.put(note(2).toBuilder().sequence(9).build());
        Run undone = apply(new Undo(book).of(run));
        assertThat(undone.exitCode()).isEqualTo(4);
        assertThat(FlagItem.isHealthy(note(2))).isTrue();
    }

    @ParameterizedTest(name = "failing at save {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void run_cut_off_at_any_save_is_brought_to_its_end_by_resume(int failing) {
        Plan plan = plan(RepairMode.TOGGLE);
        FailingBook cutOff = new FailingBook(book, failing);
        assertThatThrownBy(() -> applier(CLOCK).apply(plan, cutOff, Limits.NONE))
                .isInstanceOf(IllegalStateException.class);
        String id = store().ids().get(0);
        assertThat(store().load(id).state()).isEqualTo(RunState.INTERRUPTED);

        Run run = applier(CLOCK).resume(id, book);
        assertThat(run.totals()).isEqualTo("3 planned: 3 done, 0 refused");
        for (int n : new int[] {2, 3, 4}) {
            assertThat(FlagItem.isHealthy(note(n))).isTrue();
            assertThat(note(n).sequence()).isEqualTo(4);
        }
        String content = book.contentToken();
        applier(CLOCK).resume(id, book);
        assertThat(book.contentToken()).isEqualTo(content);
    }

    @Test
    void edit_between_the_two_saves_is_kept_and_the_document_is_not_left_at_no() {
        Plan plan = plan(RepairMode.TOGGLE);
        AtomicInteger saves = new AtomicInteger();
        FailingBook racing = new FailingBook(book, 0, () -> {
            if (saves.incrementAndGet() == 1) {
                Note now = note(2);
                book.put(now.toBuilder()
                        .sequence(now.sequence() + 1)
                        .item(Item.text("Comment", "kept"))
                        .build());
            }
        });
        Run run = applier(CLOCK).apply(plan, racing, Limits.NONE);
        assertThat(run.exitCode()).isZero();
        assertThat(FlagItem.isHealthy(note(2))).isTrue();
        assertThat(note(2).text("Comment")).isEqualTo("kept");
        assertThat(note(2).sequence()).isEqualTo(5);
    }

    @Test
    void pilot_stops_after_so_many_and_the_same_plan_does_the_rest() {
        Plan plan = plan(RepairMode.TOGGLE);
        Run pilot = applier(CLOCK).apply(plan, book, Limits.NONE.withPilot(1));
        assertThat(pilot.totals()).isEqualTo("3 planned: 1 done, 0 refused, 2 untouched");
        Run rest = apply(plan);
        assertThat(rest.totals()).isEqualTo("3 planned: 3 done, 0 refused");
        assertThat(note(2).sequence()).isEqualTo(4);
    }

    @Test
    void pilot_applied_again_repairs_the_next_ones_and_undo_takes_back_only_what_its_run_repaired() {
        Plan plan = plan(RepairMode.TOGGLE);
        applier(CLOCK).apply(plan, book, Limits.NONE.withPilot(1));
        Run second = applier(CLOCK).apply(plan, book, Limits.NONE.withPilot(1));
        assertThat(second.totals()).isEqualTo("3 planned: 2 done, 0 refused, 1 untouched");
        assertThat(FlagItem.isHealthy(note(3))).isTrue();
        assertThat(note(4).sequence()).isEqualTo(2);
        assertThat(new Undo(book).of(store().load(second.id())).changes())
                .extracting(Change::unid)
                .containsExactly(unid(3));
    }

    @Test
    void pilot_that_was_cut_off_stays_a_pilot_when_it_is_resumed() {
        Plan plan = plan(RepairMode.TOGGLE);
        assertThatThrownBy(() -> applier(CLOCK).apply(plan, new FailingBook(book, 3), Limits.NONE.withPilot(2)))
                .isInstanceOf(IllegalStateException.class);
        Run run = applier(CLOCK).resume(store().ids().get(0), book);
        assertThat(run.totals()).isEqualTo("3 planned: 2 done, 0 refused, 1 untouched");
        assertThat(note(4).sequence()).isEqualTo(2);
    }

    @Test
    void edit_that_sets_yes_between_the_two_saves_counts_as_done() {
        Plan plan = plan(RepairMode.TOGGLE);
        AtomicInteger saves = new AtomicInteger();
        FailingBook racing = new FailingBook(book, 0, () -> {
            if (saves.incrementAndGet() == 1) {
                book.put(healthy(2).toBuilder().sequence(4).build());
            }
        });
        Run run = applier(CLOCK).apply(plan, racing, Limits.NONE);
        assertThat(run.totals()).isEqualTo("3 planned: 3 done, 0 refused");
        assertThat(note(2).sequence()).isEqualTo(4);
    }

    @Test
    void look_at_a_run_and_resume_of_one_that_ended_exit_with_zero() {
        Plan plan = plan(RepairMode.TOGGLE);
        book.put(note(3).toBuilder().sequence(3).build());
        Run run = apply(plan);
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(applier(CLOCK).resume(run.id(), book).exitCode()).isZero();
        assertThat(store().load(run.id()).exitCode()).isZero();
    }

    @Test
    void request_to_stop_ends_after_the_document_in_hand_and_resume_goes_on() {
        Plan plan = plan(RepairMode.TOGGLE);
        Cancellation cancellation = new Cancellation();
        Applier stopping = new Applier(Settings.of(store(), CLOCK, cancellation, (what, done, total) -> {
            if (what.equals("repairing")) {
                cancellation.request();
            }
        }));
        Run run = stopping.apply(plan, book, Limits.NONE);
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(FlagItem.isHealthy(note(2))).isTrue();
        assertThat(note(3).sequence()).isEqualTo(2);
        assertThat(applier(CLOCK).resume(run.id(), book).totals()).isEqualTo("3 planned: 3 done, 0 refused");
    }

    @Test
    void decisions_are_taken_only_when_named() {
        assertThat(plan(RepairMode.TOGGLE).changes())
                .extracting(Change::unid)
                .containsExactly(unid(2), unid(3), unid(4));
        assertThat(plan(request(Set.of(Cause.GENUINE_NO), Set.of())).changes())
                .extracting(Change::unid)
                .containsExactly(unid(5));
        assertThat(planner()
                        .plan(
                                diagnosis(),
                                new PlanRequest(
                                        Set.of(),
                                        Set.of(unid(6)),
                                        Optional.empty(),
                                        Set.of(),
                                        false,
                                        0,
                                        RepairMode.TOGGLE))
                        .changes())
                .extracting(Change::unid)
                .containsExactly(unid(6));
    }

    @Test
    void plan_for_another_replica_is_refused() {
        Plan plan = plan(RepairMode.TOGGLE);
        MemoryBook other = new MemoryBook("names", "0123456789ABCDEF", List.of(with(2)));
        assertThatThrownBy(() -> applier(CLOCK).apply(plan, other, Limits.NONE))
                .hasMessageContaining("the plan is for names (replica " + People.REPLICA
                        + "), but this is names (replica 0123456789ABCDEF)");
    }

    @Test
    void plan_for_another_book_is_refused_where_neither_has_a_replica_id() {
        Plan plan = Export.plan(new MemoryBook("names", "", List.of(with(2, flag("Yes")))), RepairMode.TOGGLE);
        MemoryBook other = new MemoryBook("others", "", List.of(with(2, flag("Yes"))));
        assertThatThrownBy(() -> applier(CLOCK).apply(plan, other, Limits.NONE))
                .hasMessage("the plan is for names without replica id, but this is others without replica id");
    }

    @Test
    void book_that_somebody_else_is_writing_to_is_refused() {
        Plan plan = plan(RepairMode.TOGGLE);
        try (BookLock lock = store().lock("memory:names", false)) {
            lock.heldFor("other");
            assertThatThrownBy(() -> apply(plan))
                    .hasMessageContaining("another dirsh is writing to this book: run other");
        }
        assertThat(apply(plan).exitCode()).isZero();
    }

    private Run apply(Plan plan) {
        return applier(CLOCK).apply(plan, book, Limits.NONE);
    }

    private Applier applier(Clock clock) {
        return new Applier(Settings.of(store(), clock));
    }

    private RunStore store() {
        return new RunStore(new Home(folder.resolve("home")), CLOCK);
    }

    private Plan plan(RepairMode mode) {
        return plan(new PlanRequest(Set.of(), Set.of(), Optional.empty(), Set.of(), false, 0, mode));
    }

    private Plan plan(PlanRequest request) {
        return planner().plan(diagnosis(), request);
    }

    private static PlanRequest request(Set<Cause> causes, Set<Cause> systematic) {
        return new PlanRequest(causes, Set.of(), Optional.empty(), systematic, false, 0, RepairMode.TOGGLE);
    }

    private Planner planner() {
        return new Planner(book, new Cancellation());
    }

    private Diagnosis diagnosis() {
        Diagnoser diagnoser = new Diagnoser();
        book.scan(Projection.ALL, new Cancellation(), diagnoser::judge);
        return diagnoser.diagnosis();
    }

    private Note note(int n) {
        return book.read(unid(n)).orElseThrow();
    }

    private Map<String, String> flagItems() {
        return items(true);
    }

    private Map<String, String> otherItems() {
        return items(false);
    }

    /** What the items say, without the sequence they were last saved at, which a save always raises. */
    private Map<String, String> items(boolean flag) {
        Map<String, String> items = new TreeMap<>();
        book.scan(
                Projection.ALL,
                new Cancellation(),
                note -> items.put(
                        note.unid().toString(),
                        note.items().stream()
                                .filter(item -> item.isNamed(FlagItem.NAME) == flag)
                                .map(item -> item.name() + item.type() + item.value() + item.flags())
                                .toList()
                                .toString()));
        return items;
    }
}
