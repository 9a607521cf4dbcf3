package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files; more than those of the gate with {@code -Ddirsh.nsf.mutants=20000}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedNsfTest {

    private static final int MUTANTS = Integer.getInteger("dirsh.nsf.mutants", 500);
    private static final long SEED = Long.getLong("dirsh.nsf.seed", 11);

    @TempDir
    Path folder;

    @Test
    void every_damaged_made_file_is_read_or_refused_in_one_line() throws IOException {
        run(List.of(Files.readAllBytes(NsfFixture.write(folder.resolve("made.nsf")))));
    }

    @Test
    void every_damaged_real_file_is_read_or_refused_in_one_line() throws IOException {
        run(List.of(
                Files.readAllBytes(Samples.path("nsf/hclcapi-notedata_summary.nsf")),
                Files.readAllBytes(Samples.path("nsf/jnx-test_it-domino-jnx_src_test_resources_nsf_knowndt.nsf")),
                Files.readAllBytes(Samples.path("nsf/hclcapi-notedata_idstore.nsf"))));
    }

    private void run(List<byte[]> originals) throws IOException {
        NsfMutants mutants = new NsfMutants(originals, folder.resolve("names.nsf"), SEED);
        mutants.run(MUTANTS / 2);
        assertThat(mutants.refused()).isBetween(1, MUTANTS / 4);
    }
}
