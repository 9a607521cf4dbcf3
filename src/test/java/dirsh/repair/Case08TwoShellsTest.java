package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import dirsh.faults.Disk;
import dirsh.faults.Pause;
import dirsh.home.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes apply a plan to the same book; locks of processes that are gone, or on another host. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case08TwoShellsTest {

    private static final int FAILED = 3;
    private static final int KILLED = 137;

    private static List<String> trace = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void operations(@TempDir Path traced) throws Exception {
        trace = Stage.trace(traced);
    }

    @Test
    void one_of_two_shells_does_it_and_the_other_says_who_and_writes_nothing() throws Exception {
        int saving = saving();
        Stage stage = Stage.in(folder.resolve("two"), RepairMode.TOGGLE);
        Pause pause = stage.pause("pause");
        try (Child first = stage.start(pause, saving)) {
            pause.awaitArrival(first);
            byte[] book = Files.readAllBytes(stage.book());
            byte[] journal = Files.readAllBytes(journal(stage));
            try (Child second = Child.dirsh(stage.folder(), Stage.APPLY)) {
                assertThat(second.end()).as(second.toString()).isEqualTo(FAILED);
                assertThat(second.err())
                        .contains("another dirsh is writing to this book: run " + stage.id() + " of process "
                                + first.process().pid() + " on " + HostName.get() + " since 20");
            }
            assertThat(Files.readAllBytes(stage.book())).isEqualTo(book);
            assertThat(Files.readAllBytes(journal(stage))).isEqualTo(journal);
            pause.go();
            assertThat(first.end()).as(first.toString()).isZero();
        }
        stage.check(stage.id());
    }

    @Test
    void lock_of_a_killed_process_is_taken_over_with_one_line() throws Exception {
        Stage stage = Stage.in(folder.resolve("stale"), RepairMode.TOGGLE);
        long pid = killed(stage);
        try (Child next = Child.dirsh(stage.folder(), "open names.dxl; resume " + stage.id() + " --yes")) {
            assertThat(next.end()).as(next.toString()).isZero();
            assertThat(next.err().lines().filter(line -> line.contains("process " + pid)))
                    .as(next.err())
                    .hasSize(1);
        }
        stage.check(stage.id());
    }

    @Test
    void lock_of_another_host_is_refused_until_it_is_broken_by_name() throws Exception {
        Stage stage = Stage.in(folder.resolve("foreign"), RepairMode.TOGGLE);
        killed(stage);
        Path lock = lock(stage);
        Files.writeString(lock, Files.readString(lock).replace("\"" + HostName.get() + "\"", "\"elsewhere\""));
        String resume = "open names.dxl; resume " + stage.id() + " --yes";
        byte[] book = Files.readAllBytes(stage.book());
        try (Child refused = Child.dirsh(stage.folder(), resume)) {
            assertThat(refused.end()).as(refused.toString()).isEqualTo(FAILED);
            assertThat(refused.err()).contains("on elsewhere since").contains("--break-lock");
        }
        assertThat(Files.readAllBytes(stage.book())).isEqualTo(book);
        try (Child breaking = Child.dirsh(stage.folder(), resume + " --break-lock")) {
            assertThat(breaking.end()).as(breaking.toString()).isZero();
        }
        stage.check(stage.id());
    }

    /** The operation of a record in the middle of the run. */
    private static int saving() {
        List<Integer> records = Stage.numbers(trace, "change", "journal.jsonl");
        return records.get(records.size() / 2);
    }

    /** Lets a process die in the middle of a run and tells its id. */
    private static long killed(Stage stage) throws Exception {
        long changes = trace.subList(0, saving()).stream()
                .filter(line -> line.contains(" change "))
                .count();
        try (Child child =
                Child.dirsh(stage.folder(), Disk.options(stage.folder(), Disk.Fault.HALT, changes), Stage.APPLY)) {
            assertThat(child.end()).as(child.toString()).isEqualTo(KILLED);
            assertThat(Files.readAllLines(journal(stage))).hasSizeGreaterThan(10);
            return child.process().pid();
        }
    }

    private static Path journal(Stage stage) {
        return stage.runs().folder(stage.id()).resolve(Journal.FILE);
    }

    private static Path lock(Stage stage) throws IOException {
        try (Stream<Path> files = Files.list(stage.home().resolve("locks"))) {
            return files.filter(file -> file.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
