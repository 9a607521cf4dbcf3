package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.Workplace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Diagnosis, repair and undo over and over in one process: what is kept in memory and what is held open stays the same.
 *
 * <p>The gate goes ten times over a small directory; {@code -Ddirsh.soak=1000000} goes over one with so many people, with
 * the repair of ten thousand in every round.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case29SoakTest {

    private static final int PEOPLE = Integer.getInteger("dirsh.soak", 2_000);
    private static final int ROUNDS = 10;
    private static final int MOST_REPAIRS = 10_000;
    private static final long ROOM = 16L << 20;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    @Test
    void memory_and_descriptors_stay_flat_over_many_rounds() throws Exception {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "/proc shows the open descriptors");
        Workplace workplace = new Workplace(folder);
        run(workplace, "sample . --people " + PEOPLE + " --seed 29", 0);
        // The first rounds load classes and fill what is kept once.
        round(workplace);
        round(workplace);
        long memory = memory();
        long descriptors = descriptors();
        for (int i = 0; i < ROUNDS; i++) {
            round(workplace);
        }
        assertThat(descriptors()).as("descriptors").isLessThanOrEqualTo(descriptors);
        assertThat(memory() - memory).as("bytes more in use").isLessThan(ROOM);
    }

    private static void round(Workplace workplace) {
        run(workplace, "open names.dxl; plan --limit " + MOST_REPAIRS + " --save p.json; apply p.json --yes", 0);
        String id = workplace.commands("runs -o json").out().replaceFirst("(?s).*\"id\": ?\"([^\"]*)\".*", "$1");
        run(workplace, "open names.dxl; undo " + id + " --yes", 0);
        assertThat(workplace.folder().resolve("p.json").toFile().delete()).isTrue();
    }

    private static void run(Workplace workplace, String commands, int code) {
        Workplace.Ran ran = workplace.commands(commands);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
    }

    private static long memory() {
        var memory = ManagementFactory.getMemoryMXBean();
        // Twice: the first one only lets go of what had to be told that it is gone.
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }
}
