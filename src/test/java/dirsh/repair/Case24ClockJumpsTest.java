package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.MemoryBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 24 of the list of failures: whatever the clock says, the sequence number decides. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case24ClockJumpsTest {

    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    /** Half an hour before the clocks of central Europe go forward, and before they go back. */
    private static final Instant SPRING = Instant.parse("2026-03-29T00:30:00Z");

    private static final Instant AUTUMN = Instant.parse("2026-10-25T00:30:00Z");

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook(
            "names", People.REPLICA, List.of(healthy(1), with(2, flag("Yes")), with(3), with(4, flag("Yes"))));

    @ParameterizedTest
    @EnumSource(RepairMode.class)
    void plan_is_applied_by_a_clock_hours_before_it_was_made(RepairMode mode) {
        Plan plan = Export.plan(book, mode);
        Run run = applier(fixed(NOON.minus(Duration.ofHours(7)))).apply(plan, book, Limits.NONE);
        assertRepaired(run, mode.saves());
        assertThat(applier(fixed(LONG_AGO)).apply(plan, book, Limits.NONE).id())
                .as("the same plan again by any clock")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RepairMode.class)
    void clock_runs_backwards_between_all_saves(RepairMode mode) {
        Run run = applier(new Jumping(NOON, Duration.ofHours(-1))).apply(Export.plan(book, mode), book, Limits.NONE);
        assertRepaired(run, mode.saves());
        Run undo = applier(new Jumping(LONG_AGO, Duration.ofDays(-1))).apply(new Undo(book).of(run), book, Limits.NONE);
        assertThat(undo.totals()).isEqualTo("3 planned: 3 done, 0 refused");
    }

    @Test
    void clock_runs_backwards_over_an_export() throws IOException {
        Path file = Export.write(folder.resolve("names.dxl"), Export.flag("1"), Export.flag("Yes"), Export.flag("Yes"));
        try (AddressBook export = Export.open(file)) {
            Run run = applier(new Jumping(NOON, Duration.ofHours(-1)))
                    .apply(Export.plan(export, RepairMode.TOGGLE), export, Limits.NONE);
            assertThat(run.totals()).isEqualTo("2 planned: 2 done, 0 refused");
            assertThat(FlagItem.isHealthy(export.read(unid(2)).orElseThrow())).isTrue();
            assertThat(export.read(unid(2)).orElseThrow().sequence()).isEqualTo(4);
        }
    }

    @ParameterizedTest(name = "cut off at save {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void run_is_resumed_by_a_clock_in_1990(int save) {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        assertThatThrownBy(() -> applier(fixed(NOON)).apply(plan, new FailingBook(book, save), Limits.NONE))
                .isInstanceOf(IllegalStateException.class);
        String id = runs(fixed(NOON)).ids().get(0);
        assertRepaired(applier(fixed(LONG_AGO)).resume(id, book), 2);
        String content = book.contentToken();
        applier(fixed(NOON)).resume(id, book);
        assertThat(book.contentToken()).isEqualTo(content);
    }

    @Test
    void document_that_changed_is_refused_although_its_save_seems_older_than_the_plan() {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        book.put(with(2, flag("Yes")).toBuilder().sequence(3).build());
        Run run = applier(fixed(NOON)).apply(plan, book, Limits.NONE);
        assertThat(run.entries().get(0).reason()).isEqualTo("saved since it was planned: sequence 3, planned 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "UTC"})
    void zone_and_summer_time_change_no_byte_of_export_and_journal(String zone) throws IOException {
        String expected = repairedThroughChanges("UTC", "a");
        assertThat(repairedThroughChanges(zone, "b")).isEqualTo(expected);
    }

    @Test
    void runs_of_a_clock_put_back_have_names_of_their_own_and_are_listed_as_they_began() {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        String first =
                applier(fixed(NOON)).apply(plan, book, Limits.NONE.withPilot(1)).id();
        String second = applier(fixed(LONG_AGO))
                .apply(plan, book, Limits.NONE.withPilot(1))
                .id();
        String third = applier(fixed(NOON.minusSeconds(1)))
                .apply(plan, book, Limits.NONE.withPilot(1))
                .id();
        String fourth = applier(fixed(NOON.plusSeconds(1)))
                .apply(new Undo(book).of(runs(fixed(NOON)).load(third)), book, Limits.NONE)
                .id();
        assertThat(runs(fixed(LONG_AGO)).ids())
                .containsExactly(first, second, third, fourth)
                .doesNotHaveDuplicates();
        assertThat(runs(fixed(LONG_AGO)).list(problem -> {}))
                .extracting(RunSummary::ended)
                .containsExactly(
                        NOON.toString(),
                        LONG_AGO.toString(),
                        NOON.minusSeconds(1).toString(),
                        NOON.plusSeconds(1).toString());
    }

    @Test
    void export_that_seems_older_than_the_repair_closes_the_run_all_the_same() {
        Run run = applier(fixed(NOON)).apply(Export.plan(book, RepairMode.TOGGLE), book, Limits.NONE);
        ExchangeView view = new ExchangeView("new.csv", "1", Optional.of(LONG_AGO), Set.of());
        Verification verification = new Verifier(runs(fixed(LONG_AGO)), fixed(LONG_AGO), "CN=Admin/O=Acme")
                .verify(runs(fixed(NOON)).load(run.id()), book, Optional.of(view), false);
        assertThat(verification.run().state()).isEqualTo(RunState.FINISHED);
        assertThat(verification.notes()).anyMatch(note -> note.contains("older than the repair"));
    }

    /** The export and the journals of a run stopped before a change of the clocks and resumed after it. */
    private String repairedThroughChanges(String zone, String name) throws IOException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            StringBuilder all = new StringBuilder();
            for (Instant change : List.of(SPRING, AUTUMN)) {
                Path home = folder.resolve(name + change.getEpochSecond());
                Path file = Export.write(
                        Files.createDirectories(home).resolve("names.dxl"), Export.flag("Yes"), Export.flag("Yes"));
                RunStore runs = new RunStore(new Home(home), Clock.fixed(change, ZoneId.of(zone)));
                try (AddressBook export = Export.open(file)) {
                    Cancellation stop = new Cancellation();
                    Plan plan = Export.plan(export, RepairMode.TOGGLE);
                    String id = new Applier(Settings.of(
                                    runs,
                                    Clock.fixed(change, ZoneId.of(zone)),
                                    stop,
                                    (what, done, total) -> stop.request()))
                            .apply(plan, export, Limits.NONE)
                            .id();
                    Clock hourLater = Clock.fixed(change.plus(Duration.ofHours(1)), ZoneId.of(zone));
                    new Applier(Settings.of(runs, hourLater)).resume(id, export);
                    all.append(Files.readString(file))
                            .append(Files.readString(runs.folder(id).resolve(Journal.FILE)));
                }
            }
            return all.toString();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private void assertRepaired(Run run, int saves) {
        assertThat(run.totals()).isEqualTo("3 planned: 3 done, 0 refused");
        for (int n : new int[] {2, 3, 4}) {
            Note note = book.read(unid(n)).orElseThrow();
            assertThat(FlagItem.isHealthy(note)).isTrue();
            assertThat(note.sequence()).isEqualTo(2 + saves);
        }
    }

    private static Clock fixed(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private Applier applier(Clock clock) {
        return new Applier(Settings.of(runs(clock), clock));
    }

    private RunStore runs(Clock clock) {
        return new RunStore(new Home(folder.resolve("home")), clock);
    }

    /** A clock that jumps whenever it is asked. */
    private static final class Jumping extends Clock {
        private final Duration step;
        private Instant now;

        Jumping(Instant start, Duration step) {
            this.now = start;
            this.step = step;
        }

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
