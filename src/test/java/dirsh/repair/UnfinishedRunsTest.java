package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.home.Home;
import dirsh.home.HostName;
import dirsh.home.PrivateFiles;
import dirsh.source.MemoryBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnfinishedRunsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final MemoryBook book =
            new MemoryBook("names", People.REPLICA, List.of(with(1, flag("Yes")), with(2, flag("Yes")), with(3)));

    @Test
    void run_is_listed_from_its_interruption_until_its_verification() {
        UnfinishedRuns unfinished = new UnfinishedRuns(runs(), home());
        assertThat(unfinished.list()).isEmpty();

        String id = interrupted(3);
        UnfinishedRun cutOff = unfinished.list().get(0);
        assertThat(cutOff.isInterrupted()).isTrue();
        assertThat(unfinished.counted(cutOff).sentence())
                .isEqualTo("run " + id + ": interrupted, 2 of 3 left; resume " + id);

        applier().resume(id, book);
        assertThat(unfinished.list())
                .extracting(UnfinishedRun::sentence)
                .containsExactly("run " + id
                        + ": open, 3 of 3 to be seen in Exchange; after the next sync: exchange NEWFILE; verify " + id);

        ExchangeView all = new ExchangeView("new.csv", "1", Optional.empty(), Set.of());
        new Verifier(runs(), CLOCK, "CN=Admin/O=Acme").verify(runs().load(id), book, Optional.of(all), false);
        assertThat(unfinished.list()).isEmpty();
    }

    @Test
    void run_of_another_living_process_waits_for_nobody() throws IOException {
        String id = interrupted(1);
        heldBy(id, parent(), 0);
        assertThat(new UnfinishedRuns(runs(), home()).list()).isEmpty();
    }

    @Test
    void run_of_a_process_that_ended_waits() throws IOException, InterruptedException {
        String id = interrupted(1);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process ended = new ProcessBuilder(java, "-version").start();
        ended.waitFor();
        heldBy(id, ended.pid(), 0);
        assertThat(new UnfinishedRuns(runs(), home()).list()).hasSize(1);
    }

    @Test
    void lock_of_a_process_number_that_was_given_away_since_hides_nothing() throws IOException {
        heldBy(interrupted(1), parent(), 1);
        assertThat(new UnfinishedRuns(runs(), home()).list()).hasSize(1);
    }

    /** A process that outlives the test. */
    private static long parent() {
        return ProcessHandle.current().parent().orElseThrow().pid();
    }

    @Test
    void folder_without_a_plan_and_a_summary_that_cannot_be_read_do_not_stop_the_prompt() throws IOException {
        String id = interrupted(1);
        Files.createDirectory(home().runs().resolve("20250101-000000-aaaa"));
        Path damaged = Files.createDirectory(home().runs().resolve("20250101-000000-bbbb"));
        Files.writeString(damaged.resolve("plan.json"), "{");
        Files.writeString(damaged.resolve("summary.json"), "{");
        assertThat(new UnfinishedRuns(runs(), home()).list())
                .extracting(UnfinishedRun::id)
                .containsExactly(id);
    }

    @Test
    void what_many_settled_runs_said_is_kept_until_one_of_them_changes() throws IOException {
        String id = interrupted(1);
        applier().resume(id, book);
        Path open = home().runs().resolve(id);
        String summary = Files.readString(open.resolve("summary.json"));
        for (int i = 10; i < 40; i++) {
            Path run = Files.createDirectory(home().runs().resolve("20250101-0000" + i + "-aaaa"));
            Files.copy(open.resolve("plan.json"), run.resolve("plan.json"));
            Files.writeString(run.resolve("summary.json"), summary.replace("\"open\"", "\"finished\""));
        }
        assertThat(new UnfinishedRuns(runs(), home()).list()).hasSize(1);
        assertThat(home().settledRuns()).isNotEmptyFile();
        assertThat(Files.readAllLines(home().settledRuns())).hasSize(30);

        Path reopened = home().runs().resolve("20250101-000010-aaaa/summary.json");
        PrivateFiles.write(reopened, summary);
        Files.delete(home().runs().resolve("20250101-000011-aaaa/summary.json"));
        assertThat(new UnfinishedRuns(runs(), home()).list())
                .extracting(UnfinishedRun::state)
                .containsExactly(RunState.OPEN, RunState.INTERRUPTED, RunState.OPEN);
    }

    private void heldBy(String run, long pid, long started) throws IOException {
        PrivateFiles.folder(home().locks());
        LockOwner owner = new LockOwner(pid, started, HostName.get(), "2026-01-02T03:04:05Z", run);
        Files.writeString(home().locks().resolve("names.lock"), owner.encoded());
    }

    /** A run that was cut off at that save. */
    private String interrupted(int save) {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        assertThatThrownBy(() -> applier().apply(plan, new FailingBook(book, save), Limits.NONE))
                .isInstanceOf(IllegalStateException.class);
        return runs().ids().get(0);
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(home(), CLOCK);
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
