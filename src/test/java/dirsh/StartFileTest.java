package dirsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start file, at a terminal that {@code script} of util-linux makes; without that program there is nothing to see. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartFileTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    @Test
    void it_runs_before_the_first_prompt_and_only_there() throws IOException, InterruptedException {
        assumeThat(SCRIPT).isExecutable();
        startFile("def greeting = 'from the ' + 'start file'; greeting");

        assertThat(atTerminal("")).contains("from the start file");
        assertThat(atTerminal("--no-rc")).contains("dirsh>").doesNotContain("from the start file");
    }

    @Test
    void what_it_defines_stays_and_what_it_does_wrong_leaves_the_prompt() throws IOException, InterruptedException {
        assumeThat(SCRIPT).isExecutable();
        startFile("def answer = 40\nnonsense --here\n");

        assertThat(atTerminal("", "answer + 2345"))
                .contains("no command 'nonsense'")
                .contains("2385");
    }

    @Test
    void commands_and_scripts_without_a_prompt_do_not_run_it() throws IOException {
        startFile("'from the ' + 'start file'");
        Workplace workplace = new Workplace(folder);

        assertThat(workplace.commands("runs").both()).doesNotContain("from the start file");
    }

    private void startFile(String text) throws IOException {
        Path home = Files.createDirectories(folder.resolve(".dirsh"));
        Files.writeString(home.resolve("rc"), text);
    }

    /** All that a terminal shows while these lines are typed and the shell is left. */
    private String atTerminal(String options, String... lines) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty cols 120 rows 40; '" + java + "' -XX:TieredStopAtLevel=1 '-Ddirsh.root=" + Workplace.ROOT
                + "' -cp '" + System.getProperty("java.class.path") + "' dirsh.Main " + options;
        Path keys = Files.writeString(
                folder.resolve("keys"), String.join("\r", lines) + (lines.length > 0 ? "\r" : "") + "exit\r");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        SCRIPT.toString(),
                        "-qec",
                        command,
                        folder.resolve("typescript").toString()))
                .redirectErrorStream(true)
                .redirectInput(keys.toFile());
        builder.environment().put("DIRSH_HOME", folder.resolve(".dirsh").toString());
        builder.environment().put("TERM", "xterm");
        Process process = builder.start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return shown;
    }
}
