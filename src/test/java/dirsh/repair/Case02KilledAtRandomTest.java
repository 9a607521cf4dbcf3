package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.faults.Child;
import dirsh.faults.TwoThreads;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process repairing a thousand documents is killed at a random moment, one in four times its {@code resume} as well; the
 * last {@code resume} makes the run whole.
 *
 * <p>An export is repaired by dirsh itself, a live book by its engine. The moment is when the journal has reached a random
 * length, and up to three milliseconds more, so that where the kills land does not depend on how busy the machine is. The
 * gate kills twenty times; {@code -Ddirsh.kills=200} as often as you like.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case02KilledAtRandomTest {

    private static final int KILLS = Integer.getInteger("dirsh.kills", 20);
    private static final int KINDS = 4;
    private static final int DOCUMENTS = 1_000;
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    private Damaged store;
    private RepairMode mode;
    private Path original;
    private Path planFile;

    @ParameterizedTest
    @CsvSource({"EXPORT, TOGGLE", "EXPORT, DIRECT", "LIVE, TOGGLE", "LIVE, DIRECT"})
    void run_killed_at_a_random_moment_is_whole_after_resume(Damaged where, RepairMode how) throws Exception {
        store = where;
        mode = how;
        original = store.make(Files.createDirectory(folder.resolve("original")), DOCUMENTS);
        planFile = folder.resolve("plan.json");
        Plan plan = Export.plan(store.open(original, DOCUMENTS), mode);
        assertThat(plan.size()).isEqualTo(DOCUMENTS);
        PlanFile.write(plan, planFile);
        Checker checker = new Checker(plan, store.open(original, DOCUMENTS));

        Path whole = place("whole");
        Damaged.applier(whole.resolve(".dirsh")).apply(plan, store.open(file(whole), DOCUMENTS), Limits.NONE);
        long length = Files.size(journal(whole));
        AtomicInteger landed = new AtomicInteger();
        AtomicInteger again = new AtomicInteger();
        TwoThreads.share(KILLS / KINDS, i -> {
            Random random = new Random(1_000L * store.name().length() + 10_000L * mode.saves() + i);
            Path place = place("killed-" + i);
            boolean middle = kill(place, planFile.toString(), random, length);
            landed.addAndGet(middle ? 1 : 0);
            if (middle && random.nextInt(4) == 0) {
                again.addAndGet(kill(place, id(place), random, length) ? 1 : 0);
            }
            check(place, plan, checker, i);
        });
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %d kills landed in the middle, %d of a resume%n",
                store,
                mode,
                landed.get(),
                again.get());
        assertThat(landed.get()).as("kills in the middle of a run").isPositive();
    }

    /** Kills a process that applies the plan or resumes the run; whether it was not at its end yet. */
    private boolean kill(Path place, String work, Random random, long length) throws Exception {
        long begun = Files.exists(place.resolve(".dirsh/runs")) ? Files.size(journal(place)) : 0;
        long until = begun + (long) ((length - begun) * (1.1 * random.nextDouble() - 0.05));
        long more = (long) (random.nextDouble() * 3_000_000);
        try (Child child = start(place, work)) {
            while (child.process().isAlive() && size(place) <= until) {
                LockSupport.parkNanos(100_000);
            }
            long end = System.nanoTime() + more;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            child.process().destroyForcibly();
            int code = child.end();
            assertThat(code).as(child.toString()).isIn(KILLED, 0);
            return code == KILLED
                    && !runs(place).ids().isEmpty()
                    && !Files.exists(journal(place).resolveSibling("summary.json"));
        }
    }

    private Child start(Path place, String work) throws IOException {
        if (store == Damaged.EXPORT) {
            String command = work.equals(planFile.toString()) ? "apply " : "resume ";
            return Child.dirsh(place, "open names.dxl; " + command + work + " --yes");
        }
        return Child.start(
                place,
                List.of(),
                Damaged.class.getName(),
                List.of(
                        store.name(),
                        file(place).toString(),
                        Integer.toString(DOCUMENTS),
                        place.resolve(".dirsh").toString(),
                        work));
    }

    private void check(Path place, Plan plan, Checker checker, int round) throws Exception {
        AddressBook book = store.open(file(place), DOCUMENTS);
        Applier applier = Damaged.applier(place.resolve(".dirsh"));
        try {
            if (runs(place).ids().isEmpty()) {
                checker.checkTold(applier, runs(place), applier.apply(plan, book, Limits.NONE), book);
            } else if (store == Damaged.LIVE) {
                applier.resume(id(place), book);
                checker.check(applier, runs(place), id(place), book);
            } else {
                String id = id(place);
                boolean ended = Files.exists(journal(place).resolveSibling("summary.json"));
                Workplace.Ran ran = new Workplace(place).commands("open names.dxl; resume " + id + " --yes");
                if (ended) {
                    assertThat(ran.err()).contains("nothing was written");
                    assertThat(ran.code()).isZero();
                    checker.check(applier, runs(place), id, book);
                } else {
                    checker.checkEnded(applier, runs(place), id, book, ran.code(), ran.err());
                }
                asAnotherReaderSeesIt(place, plan);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("kill " + round + " of " + store + ", " + mode + ": " + e.getMessage(), e);
        }
    }

    /** Every planned flag by the JDK's XML reader, every other octet of the file, and nothing left beside it. */
    private void asAnotherReaderSeesIt(Path place, Plan plan) throws Exception {
        Map<String, Integer> sequences = new HashMap<>();
        plan.changes().forEach(change -> sequences.put(change.unid().toString(), change.sequence()));
        Map<String, DxlFlag> flags = DxlFlag.of(file(place));
        sequences.forEach((unid, sequence) ->
                assertThat(flags.get(unid)).as(unid).isEqualTo(new DxlFlag(sequence + mode.saves(), 1, true)));
        assertThat(DxlText.of(file(place)).without(sequences.keySet()))
                .isEqualTo(DxlText.of(original).without(sequences.keySet()));
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".tmp"));
        }
    }

    private Path place(String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Files.copy(original, file(place));
        return place;
    }

    private Path file(Path place) {
        return place.resolve(original.getFileName());
    }

    private static RunStore runs(Path place) {
        return Damaged.runs(place.resolve(".dirsh"));
    }

    private static String id(Path place) {
        return runs(place).ids().get(0);
    }

    private static Path journal(Path place) {
        return runs(place).folder(id(place)).resolve(Journal.FILE);
    }

    /** How long the journal is; nothing as long as there is none. */
    private static long size(Path place) {
        try (Stream<Path> files = Files.walk(place.resolve(".dirsh"))) {
            for (Path path : files.filter(path -> path.endsWith(Journal.FILE)).toList()) {
                return Files.size(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // Not there yet, or just being made.
            return -1;
        }
        return -1;
    }
}
