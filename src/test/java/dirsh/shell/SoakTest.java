package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many lines and reloads in one shell: nothing may pile up.
 *
 * <p>{@code -Ddirsh.soak.lines=10000 -Ddirsh.soak.reloads=100} is the long run; it prints what it measured. It defines
 * classes and methods anew as well, which Groovy keeps softly, so it wants {@code -XX:SoftRefLRUPolicyMSPerMB=0}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SoakTest {

    private static final int LINES = Integer.getInteger("dirsh.soak.lines", 300);
    private static final boolean LONG = LINES >= 1000;
    private static final int RELOADS = Integer.getInteger("dirsh.soak.reloads", 5);

    /** What the JVM loads late by itself, such as what a loop is compiled to after many passes. */
    private static final int SOME_CLASSES = 60;

    private static final long SOME_MEGABYTES = 12;

    @TempDir
    private Path folder;

    @Test
    void lines_and_reloads_leave_no_classes_and_no_heap_behind() throws IOException {
        try (LiveShell shell = new LiveShell(folder)) {
            shell.run("open acme.dxl");
            Path plugin = Files.createDirectories(folder.resolve(".home/plugins/mine"))
                    .resolve("soaked.groovy");
            soak(shell, plugin, 60, 3);
            Used before = Used.now();
            for (int tenth = 1; tenth <= 10; tenth++) {
                soak(shell, plugin, LINES / 10, Math.max(1, RELOADS / 10));
                if (LONG) {
                    System.out.println("after " + tenth * LINES / 10 + " lines and " + tenth * Math.max(1, RELOADS / 10)
                            + " reloads: " + Used.now());
                }
            }
            Used after = Used.now();
            assertThat(after.classes()).as("loaded classes").isLessThan(before.classes() + SOME_CLASSES);
            assertThat(after.megabytes()).as("megabytes of heap").isLessThan(before.megabytes() + SOME_MEGABYTES);
        }
    }

    private static void soak(LiveShell shell, Path plugin, int lines, int reloads) throws IOException {
        for (int i = 0; i < lines; i++) {
            String line =
                    switch (LONG ? i % 6 : i % 4) {
                        case 0 -> "n = " + i + "; n * 2";
                        case 1 -> "[1, 2, 3].collect { it + " + i + " }.sum()";
                        case 2 -> "diagnose | { it.take(1) }";
                        case 3 -> "1 / 0";
                        case 4 -> "class Kept { int value() { " + i + " } }; new Kept().value()";
                        default -> "def twice(a) { a * " + i + " }; twice(2)";
                    };
            assertThat(shell.run(line)).isNotEmpty();
        }
        for (int i = 0; i < reloads; i++) {
            Files.writeString(
                    plugin,
                    """
                    command('soaked') {
                        summary 'Version %s'
                        details 'Nothing else.'
                        example 'soaked', over: ''
                        run { args, session -> [1].collect { it }.size() }
                    }
                    """
                            .formatted(System.nanoTime()));
            assertThat(shell.run("reload")).contains("soaked");
            assertThat(shell.run("soaked")).isEqualTo("1\n");
        }
    }

    /** What is in use once everything that can go is gone. */
    private record Used(int classes, long megabytes) {
        static Used now() {
            for (int i = 0; i < 5; i++) {
                System.gc();
            }
            Runtime runtime = Runtime.getRuntime();
            return new Used(
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }
}
