package dirsh.connector.log;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Mutants;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged logs of the connector: whatever line can be read is, and a file without one is refused in one line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedLogTest {

    private static final String LOG =
            """
            2000/08/02 15:53:59- DXANOTES(0342) 4 64136:Started >> dxanotes(12)
            2000/08/02 15:54:00- DXAMEX(0343) 2 41116:Could not write NOTES:J\u00f6rg SECRET/Acme@HQ
              more about SECRET >> dxamex(7)
            2000/08/02 15:54:01- DXAMEX(0343) 1 31000:id = 0x8FE 7E3A91C4D25F4B0841258ADD002D5106
            """;

    @TempDir
    private Path folder;

    @Test
    void every_damaged_log_is_read_as_far_as_it_holds() {
        int[] read = {0};
        new Mutants(LOG, 41, ">>", "(", ":", "-", "\0", " ", "9999999", "id = ").each(mutant -> {
            try {
                Path file = Files.write(folder.resolve("dx.log"), mutant.content());
                LogSummary log = LogSummary.of(new LogFile("dx.log", file), new Cancellation());
                assertThat(log.entries()).as("%s", mutant).isPositive();
                read[0]++;
            } catch (DirshException none) {
                assertThat(none.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                assertThat(none.problem())
                        .startsWith("dx.log is no log of the connector")
                        .doesNotContain("\n", "SECRET");
                assertThat(none.tryThis()).isNotEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(read[0]).isGreaterThan(Mutants.COUNT * 9 / 10);
    }
}
