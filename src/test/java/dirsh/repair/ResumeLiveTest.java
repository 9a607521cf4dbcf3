package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.source.MemoryBook;
import dirsh.source.MemoryOverlay;
import dirsh.source.NoteEdit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a live book was killed when nothing but the announcement of the first save was on disk. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResumeLiveTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String ALICE = "CN=Alice/O=Acme";

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook("names", People.REPLICA, List.of(with(1, flag("Yes"))));
    private final Plan plan = Export.plan(book, RepairMode.TOGGLE);
    private String id = "";

    @BeforeEach
    void announced() {
        id = runs().create(plan);
        try (Journal journal = Journal.open(runs().folder(id), plan, true, CLOCK)) {
            journal.started(ALICE, book.author(ALICE), book.contentHash(), Limits.NONE);
            journal.intent(unid(1), Step.NO, 2);
        }
    }

    @Test
    void no_that_the_run_saved_is_brought_to_yes_by_whoever_resumes() {
        save(ALICE);
        assertThat(resume("CN=Bob/O=Acme").totals()).isEqualTo("1 planned: 1 done, 0 refused");
        assertThat(FlagItem.isHealthy(note())).isTrue();
    }

    @Test
    void no_that_somebody_else_saved_is_theirs() {
        save("CN=Carol/O=Acme");
        assertThat(resume(ALICE).entries().get(0).reason())
                .isEqualTo("saved since it was planned: sequence 3, planned 2");
        assertThat(note().text(FlagItem.NAME)).isEqualTo("0");
    }

    @Test
    void first_save_that_did_not_happen_is_made() {
        assertThat(resume(ALICE).totals()).isEqualTo("1 planned: 1 done, 0 refused");
        assertThat(note().sequence()).isEqualTo(4);
    }

    private void save(String user) {
        book.writer(new MemoryOverlay())
                .save(new NoteEdit(
                        unid(1),
                        2,
                        FlagItem.NAME,
                        new NoteEdit.Text(FlagItem.NO, yes().flags()),
                        CLOCK.instant(),
                        user));
    }

    private Change.Yes yes() {
        return (Change.Yes) plan.changes().get(0).after();
    }

    private Run resume(String user) {
        return new Applier(new Setting(
                        runs(),
                        CLOCK,
                        user,
                        new Cancellation(),
                        (what, done, total) -> {},
                        new Settings.PassingTime(),
                        Optional.empty(),
                        false))
                .resume(id, book);
    }

    private Note note() {
        return book.read(unid(1)).orElseThrow();
    }

    private RunStore runs() {
        return new RunStore(new Home(folder), CLOCK);
    }
}
