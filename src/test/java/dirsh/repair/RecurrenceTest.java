package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.source.MemoryBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecurrenceTest {

    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05Z");
    private static final String FEED = "CN=HRFeed/O=Acme";

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook(
            "names",
            People.REPLICA,
            List.of(
                    healthy(1),
                    with(2, flag("Yes")),
                    with(3, flag("Yes")),
                    with(4, flag("Yes")),
                    with(5, flag("Yes"))));

    private final List<String> damaged = new ArrayList<>();
    private Instant now = FIRST;

    @Test
    void people_repaired_for_the_first_time_are_not_mentioned() {
        assertThat(recurrence()).isEmpty();
        String first = repair().id();
        book.put(with(6, flag("Yes")));
        assertThat(recurrence()).as("after %s", first).isEmpty();
    }

    @Test
    void people_damaged_again_are_counted_with_the_last_run_and_those_who_saved_them() {
        repair();
        damage(2, FEED, "2026-01-03T08:00:00Z");
        String second = repair().id();
        damage(2, FEED, "2026-01-05T08:00:00Z");
        damage(3, FEED, "2026-01-06T08:00:00Z");
        damage(4, "CN=Ann Lee/O=Acme", "2026-01-04T08:00:00Z");
        book.put(with(7, flag("Yes")));

        Recurrence found = recurrence().orElseThrow();

        assertThat(found)
                .isEqualTo(new Recurrence(
                        3,
                        0,
                        second,
                        List.of(
                                new Recurrence.Editor(FEED, 2, Optional.of(Instant.parse("2026-01-06T08:00:00Z"))),
                                new Recurrence.Editor(
                                        "CN=Ann Lee/O=Acme", 1, Optional.of(Instant.parse("2026-01-04T08:00:00Z"))))));
        assertThat(found.sentences())
                .containsExactly("3 people were repaired before (last by run " + second
                        + ") and are damaged again; last saved by " + FEED + " (2, latest 2026-01-06T08:00:00Z),"
                        + " CN=Ann Lee/O=Acme (1, latest 2026-01-04T08:00:00Z)");
    }

    @Test
    void copy_without_the_repair_is_told_from_new_damage() {
        Note old = book.read(unid(2)).orElseThrow();
        String run = repair().id();
        book.put(old);
        assertThat(recurrence().orElseThrow().sentences())
                .containsExactly("1 person was repaired before (last by run " + run
                        + "), but this copy of the book has not got that repair");
    }

    @Test
    void repairs_that_were_taken_back_do_not_count() {
        Run run = repair();
        applier().apply(new Undo(book).of(run), book, Limits.NONE);
        assertThat(recurrence()).isEmpty();
    }

    @Test
    void runs_on_another_replica_do_not_count() {
        repair();
        damage(2, FEED, "2026-01-03T08:00:00Z");
        MemoryBook other = new MemoryBook(
                "names", "0123456789ABCDEF", List.of(book.read(unid(2)).orElseThrow()));
        Plan plan = Export.plan(other, RepairMode.TOGGLE);
        assertThat(Recurrence.of(plan, other, runs(), damaged::add)).isEmpty();
    }

    @Test
    void run_that_cannot_be_read_is_named_and_the_others_count() throws IOException {
        String first = repair().id();
        damage(2, FEED, "2026-01-03T08:00:00Z");
        String second = repair().id();
        damage(2, FEED, "2026-01-05T08:00:00Z");
        Path plan = runs().folder(second).resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("toggle", "direct"));
        assertThat(recurrence().orElseThrow().lastRun()).isEqualTo(first);
        assertThat(damaged).singleElement().asString().startsWith("run " + second + " cannot be read: ");
    }

    @Test
    void what_is_kept_of_a_run_is_made_anew_from_its_journal_where_it_is_damaged() throws IOException {
        String run = repair().id();
        damage(2, FEED, "2026-01-03T08:00:00Z");
        Recurrence found = recurrence().orElseThrow();
        Path kept = runs().folder(run).resolve("repaired.json");
        String whole = Files.readString(kept);
        for (String text : List.of("", "{}", whole.substring(0, whole.length() / 2), whole.replace("\"7E", "\"XY"))) {
            Files.writeString(kept, text);
            assertThat(recurrence()).contains(found);
            assertThat(kept).hasContent(whole);
        }
    }

    @Test
    void plan_shows_it_and_its_file_and_id_are_the_same() {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        Plan shown = plan.with(new Outlook(
                3,
                Optional.of(new Recurrence(1, 0, "r", List.of(new Recurrence.Editor(FEED, 1, Optional.empty())))),
                List.of(),
                List.of()));
        assertThat(shown.sections().get(0).lines())
                .contains(
                        "4 documents x 2 saves x 3 replicas = 24 updates; nothing is written before apply",
                        "1 person was repaired before (last by run r) and is damaged again; last saved by " + FEED
                                + " (1)");
        assertThat(shown.fields()).containsEntry("updates", 24L).containsKey("repairedBefore");
        assertThat(shown.id()).isEqualTo(plan.id());
        assertThat(shown.kept()).isEqualTo(plan.kept());
    }

    private Optional<Recurrence> recurrence() {
        return Recurrence.of(Export.plan(book, RepairMode.TOGGLE), book, runs(), damaged::add);
    }

    private Run repair() {
        Run run = applier().apply(Export.plan(book, RepairMode.TOGGLE), book, Limits.NONE);
        // The next run begins later, so that its id does.
        now = now.plus(Duration.ofDays(1));
        return run;
    }

    private void damage(int n, String editor, String time) {
        Note note = book.read(unid(n)).orElseThrow();
        NotesTime saved = NotesTime.of(Instant.parse(time));
        Note.Builder builder = note.toBuilder()
                .sequence(note.sequence() + 1)
                .times(new NoteTimes(null, saved, saved, null))
                .updatedBy(editor);
        List<Item> items = new ArrayList<>(note.items());
        items.removeIf(item -> item.isNamed(FlagItem.NAME));
        items.add(flag("Yes"));
        book.put(builder.items(items).build());
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home")), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), Clock.fixed(now, ZoneOffset.UTC)));
    }
}
