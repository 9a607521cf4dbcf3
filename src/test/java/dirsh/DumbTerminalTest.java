package dirsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The prompt in a process of its own, where Ctrl-C is a signal: at a terminal that can do nothing, and at a real one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DumbTerminalTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String CTRL_C = "\u0003";

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void ctrl_c_ends_the_command_and_not_the_shell() throws IOException, InterruptedException {
        interrupted(
                "dumb", "kept = 7\rif (true) { println 'be' + 'gun'; while (true) {} }\r", "begun", "kept * 1000\r");
    }

    @Test
    @Timeout(120)
    void ctrl_c_ends_the_pages_of_a_long_result_and_not_the_shell() throws IOException, InterruptedException {
        interrupted("xterm", "(1..200).collect { it }\r", "q returns to the prompt", "7 * 1000\r");
    }

    /** Presses Ctrl-C once a line shows something, enters a line that comes to 7000, and leaves. */
    private void interrupted(String terminal, String line, String shows, String after)
            throws IOException, InterruptedException {
        assumeThat(SCRIPT).isExecutable();
        Process process = prompt(terminal, "");
        try (OutputStream keys = process.getOutputStream();
                InputStream screen = process.getInputStream()) {
            awaited(screen, "dirsh>");
            type(keys, line);
            awaited(screen, shows);
            type(keys, CTRL_C);
            awaited(screen, "interrupted");
            // What is typed before the prompt is back may be lost with the mode of the terminal.
            awaited(screen, "dirsh>");
            type(keys, after);
            awaited(screen, "7000");
            type(keys, "exit\r");
            assertThat(process.waitFor()).isEqualTo(0);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(120)
    void no_moment_leaves_ctrl_c_to_java_which_would_end_the_process() throws IOException, InterruptedException {
        assumeThat(SCRIPT).isExecutable();
        Path logging = folder.resolve("logging.properties");
        Files.writeString(
                logging,
                """
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=ALL
                org.jline.level=ALL
                """);
        Process process = prompt("xterm", "'-Djava.util.logging.config.file=" + logging + "'");
        try (OutputStream keys = process.getOutputStream();
                InputStream screen = process.getInputStream()) {
            String log = awaited(screen, "dirsh>");
            type(keys, "6 * 7\rexit\r");
            log += new String(screen.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(log).isEqualTo(0);
            assertThat(log).contains("42");
            assertThat(log.lines().filter(line -> line.contains("Registering signal INT")))
                    .as("one handler from the beginning to the end")
                    .hasSize(1);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process prompt(String terminal, String option) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        SCRIPT.toString(),
                        "-qfec",
                        "stty cols 120 rows 40; exec '" + java + "' -XX:TieredStopAtLevel=1 " + option
                                + " '-Ddirsh.root=" + folder + "' -cp '" + System.getProperty("java.class.path")
                                + "' dirsh.Main --no-rc",
                        "/dev/null")
                .redirectErrorStream(true);
        builder.environment().put("DIRSH_HOME", folder.resolve(".dirsh").toString());
        builder.environment().put("TERM", terminal);
        // Not every shell replaces itself by its last command; one that waits dies of our Ctrl-C when all is over.
        builder.environment().put("SHELL", "/bin/sh");
        return builder.start();
    }

    private static void type(OutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Whether there is something to read within a minute: a read cannot be interrupted. */
    private static boolean available(InputStream screen) throws IOException, InterruptedException {
        for (int tries = 0; tries < 6_000 && screen.available() == 0; tries++) {
            Thread.sleep(10);
        }
        return screen.available() > 0;
    }

    /** Reads on until a text has been shown; the end of the screen fails. */
    private static String awaited(InputStream screen, String text) throws IOException, InterruptedException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            assertThat(available(screen))
                    .as("'%s' was not shown for a minute, but: %s", text, seen)
                    .isTrue();
            int next = screen.read();
            assertThat(next).as("'%s' was never shown, but: %s", text, seen).isNotNegative();
            seen.append((char) next);
        }
        return seen.toString();
    }
}
