package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.MemoryBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five people to repair in a live book, under each limit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook(
            "names",
            People.REPLICA,
            List.of(
                    with(1, flag("Yes")),
                    with(2, flag("Yes")),
                    with(3, flag("Yes")),
                    with(4, flag("Yes")),
                    with(5, flag("Yes"))));
    private final Plan plan = Export.plan(book, RepairMode.TOGGLE);
    private final Settings.PassingTime time = new Settings.PassingTime();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> told = new ArrayList<>();

    @Test
    void limit_ends_the_run_after_so_many_documents() {
        Run run = apply(new Limits(0, false, 2, 0, 0, Duration.ZERO));
        assertThat(run.totals()).isEqualTo("5 planned: 2 done, 0 refused, 3 untouched");
        assertThat(run.state()).isEqualTo(RunState.OPEN);
    }

    @Test
    void rate_leaves_that_much_time_between_two_documents_and_none_before_the_first() {
        apply(Limits.NONE.withRate(4));
        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void pause_counts_where_it_is_longer_than_what_the_rate_leaves() {
        apply(new Limits(0, false, 0, 0, 4, Duration.ofSeconds(3)));
        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(12).toNanos());
    }

    @Test
    void rate_that_is_changed_while_the_run_saves_counts_from_the_next_document() {
        List<Long> times = new ArrayList<>();
        Setting setting = setting(
                (what, done, total) -> {
                    times.add(time.nanoTime() / 1_000_000);
                    if (done == 2) {
                        runs().setRate(runs().ids().get(0), 10);
                    }
                },
                Optional.empty());
        new Applier(setting).apply(plan, book, Limits.NONE.withRate(1));
        assertThat(times).containsExactly(0L, 1000L, 1100L, 1200L, 1300L);
    }

    @Test
    void rate_of_a_run_is_a_number_from_zero_and_the_run_must_be_there() {
        apply(Limits.NONE.withPilot(1));
        String id = runs().ids().get(0);
        assertThatThrownBy(() -> runs().setRate(id, -1)).hasMessage("a rate cannot be negative");
        assertThatThrownBy(() -> runs().setRate("nope", 1)).hasMessage("no run 'nope'");
        assertThatThrownBy(() -> new Limits(-1, false, 0, 0, 0, Duration.ZERO))
                .hasMessage("a limit cannot be negative");
    }

    @Test
    void one_document_of_a_live_book_is_read_again_before_the_others_follow() {
        List<Unid> readAgain = new ArrayList<>();
        BookDouble watched = new BookDouble(book) {
            @Override
            public Optional<Note> read(Unid unid) {
                readAgain.add(unid);
                return super.read(unid);
            }
        };
        new Applier(setting((what, done, total) -> {}, Optional.empty())).apply(plan, watched, Limits.NONE);
        // The first look is the one whether there is anything to do.
        assertThat(readAgain).containsExactly(unid(1), unid(1));
        assertThat(apply(Limits.NONE).id()).isEmpty();
    }

    @Test
    void rest_waits_until_the_pilot_is_seen() {
        Exchange exchange = new Exchange(3);
        Run run = new Applier(setting((what, done, total) -> told.add(what + " " + done), Optional.of(exchange)))
                .apply(plan, book, new Limits(2, true, 0, 0, 0, Duration.ZERO));
        assertThat(run.totals()).isEqualTo("5 planned: 5 done, 0 refused");
        assertThat(exchange.asked).isEqualTo(3);
        assertThat(told)
                .containsExactly(
                        "repairing 1",
                        "repairing 2",
                        "waiting for the pilot 0",
                        "waiting for the pilot 1",
                        "waiting for the pilot 2",
                        "repairing 3",
                        "repairing 4",
                        "repairing 5");
    }

    @Test
    void request_to_stop_ends_the_wait_and_resume_waits_again() {
        Exchange never = new Exchange(1000) {
            @Override
            public Set<Unid> seen(List<Entry> repaired) {
                cancellation.request();
                return super.seen(repaired);
            }
        };
        Limits waiting = new Limits(2, true, 0, 0, 0, Duration.ZERO);
        Run run = new Applier(setting((what, done, total) -> {}, Optional.of(never))).apply(plan, book, waiting);
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.totals()).isEqualTo("5 planned: 2 done, 0 refused, 3 untouched");

        Setting blind = Settings.of(runs(), CLOCK);
        assertThatThrownBy(() -> new Applier(blind).resume(run.id(), book))
                .hasMessage("nothing is open in which the pilot could be seen");
        Exchange soon = new Exchange(2);
        Setting seeing = new Setting(
                runs(),
                CLOCK,
                "CN=Admin/O=Acme",
                new Cancellation(),
                (what, done, total) -> {},
                time,
                Optional.of(soon),
                false);
        Run resumed = new Applier(seeing).resume(run.id(), book);
        assertThat(resumed.totals()).isEqualTo("5 planned: 5 done, 0 refused");
        assertThat(soon.asked).isEqualTo(2);
    }

    @Test
    void wait_for_a_pilot_needs_something_in_which_it_can_be_seen() {
        Limits waiting = new Limits(2, true, 0, 0, 0, Duration.ZERO);
        assertThatThrownBy(() -> apply(waiting)).hasMessage("nothing is open in which the pilot could be seen");
        assertThat(runs().ids()).isEmpty();
    }

    private Run apply(Limits limits) {
        return new Applier(setting((what, done, total) -> {}, Optional.empty())).apply(plan, book, limits);
    }

    private Setting setting(Setting.Progress progress, Optional<Sighting> sighting) {
        Setting.Progress repairing = (what, done, total) -> {
            if (!what.equals("checking")) {
                progress.at(what, done, total);
            }
        };
        return new Setting(runs(), CLOCK, "CN=Admin/O=Acme", cancellation, repairing, time, sighting, false);
    }

    private RunStore runs() {
        return new RunStore(new Home(folder), CLOCK);
    }

    /** An Exchange that shows one more person each time it is asked, the last one at the given time. */
    private static class Exchange implements Sighting {
        private final int last;
        private int asked;

        Exchange(int last) {
            this.last = last;
        }

        @Override
        public String where() {
            return "recipients.csv";
        }

        @Override
        public Set<Unid> seen(List<Entry> repaired) {
            asked++;
            int shown = Math.max(0, repaired.size() - (last - asked));
            Set<Unid> seen = new HashSet<>();
            repaired.subList(0, shown).forEach(entry -> seen.add(entry.unid()));
            return seen;
        }
    }
}
