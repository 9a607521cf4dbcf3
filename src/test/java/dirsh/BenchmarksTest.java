package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import dirsh.sample.SampleDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the benchmarks runs without the libraries they measure against. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchmarksTest {

    @TempDir
    private Path folder;

    @Test
    void the_session_that_answers_everything_twice_tells_each_time() throws IOException, InterruptedException {
        new SampleDirectory(50, 1).write(folder);
        String script =
                Path.of("src/bench/answers-again.groovy").toAbsolutePath().toString();
        try (Child child =
                Child.start(folder, List.of(), "dirsh.Main", List.of(script, "--folder", folder.toString()))) {
            assertThat(child.end()).as(child.toString()).isEqualTo(0);
            assertThat(child.err().lines().filter(line -> line.startsWith("lap ")))
                    .as(child.toString())
                    .allMatch(line -> line.matches("lap [a-z ]+: \\d+\\.\\d ms"))
                    .extracting(line -> line.substring(4, line.indexOf(':')))
                    .containsExactly(
                            "open",
                            "exchange",
                            "diagnose",
                            "compare",
                            "diagnose again",
                            "compare again",
                            "status",
                            "status again");
        }
    }

    @Test
    void a_table_that_is_none_is_refused_in_two_lines_before_anything_is_built()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "src/bench/paired", "nonsense").start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).isEqualTo("no table 'nonsense'\ntry: src/bench/paired, which lists them\n");
    }
}
