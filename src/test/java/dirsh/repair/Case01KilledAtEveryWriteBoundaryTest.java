package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import dirsh.faults.Disk;
import dirsh.faults.TwoThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process repairing fifty documents is gone before its n-th write, force, rename, creation or removal, for n from 1 on
 * until a process comes to its end; one {@code resume} makes the run whole.
 *
 * <p>Every boundary costs a process. Since the documents are alike, the gate takes each of the first and last boundaries,
 * where a run begins and publishes, and every so many-th in between; that step has no divisor in common with the number
 * of boundaries of a document, so that each kind of boundary is met at several documents. {@code -Ddirsh.boundaries=all}
 * takes all of them.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case01KilledAtEveryWriteBoundaryTest {

    private static final int DOCUMENTS = 50;
    private static final int KILLED = 137;
    private static final int EDGE = 12;
    private static final boolean ALL = "all".equals(System.getProperty("dirsh.boundaries"));

    @TempDir
    Path folder;

    private Path original;
    private Path planFile;

    @ParameterizedTest
    @CsvSource({"EXPORT, TOGGLE, 6", "LIVE, TOGGLE, 6", "EXPORT, DIRECT, 11", "LIVE, DIRECT, 11"})
    void run_killed_at_a_write_boundary_is_whole_after_one_resume(Damaged store, RepairMode mode, int step)
            throws Exception {
        original = store.make(Files.createDirectory(folder.resolve("original")), DOCUMENTS);
        planFile = folder.resolve("plan.json");
        Plan plan = Export.plan(store.open(original, DOCUMENTS), mode);
        assertThat(plan.size()).isEqualTo(DOCUMENTS);
        PlanFile.write(plan, planFile);
        Checker checker = new Checker(plan, store.open(original, DOCUMENTS));

        int boundaries = boundaries(store);
        assertThat(boundaries).isGreaterThan(DOCUMENTS * 3 * mode.saves() / 2);
        List<Integer> chosen = Stream.iterate(1, at -> at + 1)
                .limit(boundaries)
                .filter(at -> ALL || at <= EDGE || at > boundaries - EDGE || at % step == 0)
                .toList();
        TwoThreads.share(chosen.size(), i -> killAndResume(store, plan, checker, chosen.get(i)));
        assertThat(end(store, boundaries + 1, "last"))
                .as("nothing comes after the last boundary")
                .isZero();
    }

    /** How many there are in a run that nobody kills. */
    private int boundaries(Damaged store) throws Exception {
        Path place = place("counted");
        Disk disk = new Disk(place, Disk.Fault.HALT, 0);
        Path file = disk.at(place).resolve(original.getFileName().toString());
        Run run = Damaged.applier(disk.at(place).resolve("home"))
                .apply(PlanFile.read(planFile), store.open(file, DOCUMENTS), Limits.NONE);
        assertThat(run.exitCode()).isZero();
        return (int) disk.operations();
    }

    private void killAndResume(Damaged store, Plan plan, Checker checker, int at) throws Exception {
        String name = "killed-" + at;
        assertThat(end(store, at, name)).as("killed at " + at).isEqualTo(KILLED);
        Path place = folder.resolve(name).resolve("disk");
        Path home = place.resolve("home");
        RunStore runs = Damaged.runs(home);
        var book = store.open(place.resolve(original.getFileName()), DOCUMENTS);
        try {
            Applier applier = Damaged.applier(home);
            List<String> ids = runs.ids();
            Run run = ids.isEmpty() ? applier.apply(plan, book, Limits.NONE) : applier.resume(ids.get(0), book);
            if (run.fresh()) {
                checker.checkTold(applier, runs, run, book);
            } else {
                checker.check(applier, runs, run.id(), book);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("killed at boundary " + at + ": " + e.getMessage(), e);
        }
    }

    /** How a process ends that is to be killed there. */
    private int end(Damaged store, int at, String name) throws Exception {
        Path place = place(name);
        try (Child child = Child.start(
                place.getParent(),
                Disk.options(place, Disk.Fault.HALT, at),
                Damaged.class.getName(),
                List.of(
                        store.name(),
                        place.resolve(original.getFileName()).toString(),
                        Integer.toString(DOCUMENTS),
                        place.resolve("home").toString(),
                        planFile.toString()))) {
            int code = child.end();
            assertThat(child.err()).isEmpty();
            return code;
        }
    }

    private Path place(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name).resolve("disk"));
        Files.copy(original, place.resolve(original.getFileName()));
        return place;
    }
}
