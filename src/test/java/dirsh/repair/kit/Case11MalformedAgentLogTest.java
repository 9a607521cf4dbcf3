package dirsh.repair.kit;

import static dirsh.faults.Refusal.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Mutants;
import dirsh.faults.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged logs of a kit's agent: each is read, or refused in one line with the place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedAgentLogTest {

    private static final String LOG =
            """
            dirsh-kit-log,1,5ec4e7,86257A1B0042C0DE
            unid,outcome,reason,time,sequence
            7E3A91C4D25F4B0841258ADD002D5106,begun,"",2026-01-02T03:04:05,0
            7E3A91C4D25F4B0841258ADD002D5106,done,,2026-01-02T03:04:06,4
            7E3A91C4D25F4B0841258ADD002D5107,refused,"SECRET, by SECRET",2026-01-02T03:04:06,4
            """;

    @TempDir
    private Path folder;

    @Test
    void every_damaged_log_is_read_or_refused_in_one_line_with_its_place() {
        assertThat(LOG).contains(SECRET);
        int[] refused = {0};
        new Mutants(LOG, 18, "\"", ",", "\0", "\t", "-", "\u00fc").each(mutant -> {
            Optional<Refusal> refusal = Refusal.of(
                    mutant, () -> AgentLog.read(Files.write(folder.resolve("log.csv"), mutant.content()), "log.csv"));
            if (!mutant.text()) {
                assertThat(refusal).as("%s", mutant).isPresent();
                refusal.get().near(mutant.line(), mutant);
            }
            refused[0] += refusal.isPresent() ? 1 : 0;
        });
        assertThat(refused[0]).isGreaterThan(Mutants.COUNT / 2);
    }
}
