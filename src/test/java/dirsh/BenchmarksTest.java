package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What of the benchmarks runs without the libraries they measure against. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchmarksTest {

    @Test
    void a_table_that_is_none_is_refused_in_two_lines_before_anything_is_built()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "src/bench/paired", "nonsense").start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).isEqualTo("no table 'nonsense'\ntry: src/bench/paired, which lists them\n");
    }
}
