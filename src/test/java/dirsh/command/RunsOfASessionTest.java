package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.repair.Run;
import dirsh.repair.RunState;
import dirsh.repair.UnfinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session says of runs that an earlier one left behind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunsOfASessionTest {

    @TempDir
    private Path folder;

    private Path book;
    private String id = "";

    /** A run over the book that was cut off before its first save: its folder holds the plan and no more. */
    @BeforeEach
    void interrupted_run() throws IOException {
        book = Files.copy(Path.of("src/test/resources/dirsh/books/acme.dxl"), folder.resolve("acme.dxl"));
        TestSession first = session();
        first.session().open(book.toString(), null);
        first.session()
                .plans()
                .make(new Arguments(
                        Set.of(
                                "cause",
                                "person",
                                "where",
                                "missing-in-exchange",
                                "at-risk",
                                "limit",
                                "mode",
                                "systematic",
                                "groups",
                                "save",
                                "in"),
                        Map.of("save", folder.resolve("p.json").toString()),
                        null));
        id = "20251231-235959-aaaa";
        Path run = Files.createDirectories(folder.resolve("home/runs").resolve(id));
        Files.copy(folder.resolve("p.json"), run.resolve("plan.json"));
    }

    @Test
    void session_begins_with_what_waits_and_what_to_type() {
        assertThat(session().session().repairs().unfinishedInWords())
                .containsExactly("run " + id + ": interrupted, 7 of 7 left; resume " + id);
    }

    @Test
    void eleventh_and_later_ones_are_only_counted() throws IOException {
        for (int i = 0; i < 11; i++) {
            Path run = Files.createDirectory(folder.resolve("home/runs/20260101-0000" + (10 + i) + "-aaaa"));
            Files.copy(folder.resolve("p.json"), run.resolve("plan.json"));
        }
        assertThat(session().session().repairs().unfinishedInWords())
                .hasSize(11)
                .last()
                .isEqualTo("and 2 more: runs --unfinished");
    }

    @Test
    void status_shows_the_runs_of_its_book_and_no_others() throws IOException {
        TestSession test = session();
        test.session().open(book.toString(), null);
        Status status = test.session().status(null, false);
        assertThat(status.fields()).containsEntry("unfinishedRuns", List.of(id));
        assertThat(List.copyOf(status.fields().keySet())).last().isEqualTo("unfinishedRuns");
        assertThat(status.sections()).anySatisfy(section -> assertThat(section.lines())
                .containsExactly("run " + id + ": interrupted, 7 of 7 left; resume " + id));

        Path other = folder.resolve("other.dxl");
        Files.writeString(other, Files.readString(book).replace("86257A1B0042C0DE", "86257A1B0042C0DF"));
        test.session().open(other.toString(), null);
        assertThat(test.session().status(null, false).fields()).containsEntry("unfinishedRuns", List.of());
    }

    @Test
    void applying_the_same_plan_warns_of_the_run_to_resume() {
        TestSession test = session();
        test.session().open(book.toString(), null);
        Repairs repairs = test.session().repairs();
        String warning = "warning: run " + id + " of this plan was interrupted; to go on with it: resume " + id;
        repairs.apply(with("file", folder.resolve("p.json").toString()));
        assertThat(test.lines).containsOnlyOnce(warning);
        repairs.resume(with("run", id));
        test.lines.clear();
        repairs.apply(with("file", folder.resolve("p.json").toString()));
        assertThat(test.lines).doesNotContain(warning);
    }

    @Test
    void resume_takes_the_runs_own_file_although_a_copy_is_open() throws IOException {
        Path copy = Files.copy(book, folder.resolve("copy.dxl"));
        String before = Files.readString(copy);
        TestSession test = session();
        test.session().open(copy.toString(), null);
        Run run = test.session().repairs().resume(with("run", id));
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(Files.readString(copy)).isEqualTo(before);
        assertThat(Files.readString(book)).isNotEqualTo(before);

        test.session().repairs().undo(with("run", id));
        assertThat(Files.readString(copy)).isEqualTo(before);
    }

    @Test
    void resume_says_which_copy_it_takes_once_the_runs_own_file_is_gone() throws IOException {
        Path copy = Files.move(book, folder.resolve("copy.dxl"), StandardCopyOption.ATOMIC_MOVE);
        TestSession test = session();
        test.session().open(copy.toString(), null);
        assertThat(test.session().repairs().resume(with("run", id)).totals()).isEqualTo("7 planned: 7 done, 0 refused");
        assertThat(test.lines).contains(book + " is gone; taking " + copy + ", which is the same replica");
    }

    @Test
    void prompt_counts_the_run_until_it_is_resumed() {
        TestSession test = session();
        assertThat(test.session().unfinished())
                .extracting(UnfinishedRun::isInterrupted)
                .containsExactly(true);
        test.session().repairs().resume(with("run", id));
        assertThat(test.session().unfinished()).isEmpty();
    }

    private TestSession session() {
        return TestSession.in(folder.resolve("home"));
    }

    /** The words of a command with that argument and {@code --yes}. */
    private static Arguments with(String name, String value) {
        Set<String> names = Set.of(
                "file",
                "run",
                "yes",
                "pilot",
                "until-verified",
                "limit",
                "stop-after",
                "rate",
                "pause",
                "max-percent",
                "break-lock");
        return new Arguments(names, Map.of(name, value, "yes", true), null);
    }
}
