package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.sample.SampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered from an earlier command of the session says the same as an answer of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedAnswersTest {

    private static final String OPEN = "open sample/names.dxl; exchange sample/exchange.csv; ";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_directory_of_yesterday() throws IOException {
        new SampleDirectory(400, 1).write(folder.resolve("sample"));
        FileTime yesterday = FileTime.from(Instant.now().minusSeconds(86_400));
        Files.setLastModifiedTime(folder.resolve("sample/names.dxl"), yesterday);
        Files.setLastModifiedTime(folder.resolve("sample/exchange.csv"), yesterday);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diagnose",
                "status",
                "compare",
                "compare --attributes department,firstName,displayName",
                "rehearse",
                "plan; compare",
                "exchange sample/exchange.csv --partial",
                "open sample/names.dxl --as second; compare"
            })
    void a_comparison_says_the_same_after_other_commands(String before) {
        String compare = "compare --attributes department,firstName,displayName";
        Workplace place = Workplace.in(folder);
        Workplace.Ran alone = place.commands(OPEN + compare);
        Workplace.Ran after = place.commands(OPEN + before + "; " + compare);
        assertThat(alone.out()).as(alone.toString()).contains("matched");
        assertThat(after.out()).endsWith(alone.out());
        assertThat(after.code()).isEqualTo(alone.code());
    }

    @Test
    void a_comparison_after_repairs_is_made_anew() {
        Workplace place = Workplace.in(folder);
        String repair = OPEN + "compare; plan --limit 3; apply --yes; ";
        Workplace.Ran repaired = place.commands(repair + "compare");
        Workplace.Ran fresh = place.commands(OPEN + "compare");
        assertThat(fresh.out()).contains("matched");
        assertThat(repaired.out()).endsWith(fresh.out());
        assertThat(repaired.out()
                        .substring(0, repaired.out().length() - fresh.out().length()))
                .as("the comparison before the repairs was another one")
                .doesNotContain(fresh.out());
    }
}
