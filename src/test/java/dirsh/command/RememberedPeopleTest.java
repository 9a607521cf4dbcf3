package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.sample.SampleDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison from what an earlier pass left says the same as one with a pass of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedPeopleTest {

    private static final String OPEN = "open sample/names.dxl; exchange sample/exchange.csv; ";

    @TempDir
    private Path folder;

    @Test
    void a_comparison_after_a_diagnosis_says_the_same_as_one_before_it() {
        new SampleDirectory(400, 1).write(folder.resolve("sample"));
        Workplace place = Workplace.in(folder);
        Workplace.Ran alone = place.commands(OPEN + "compare --attributes department,firstName,displayName");
        Workplace.Ran after = place.commands(OPEN + "diagnose; compare --attributes department,firstName,displayName");
        assertThat(alone.out()).as(alone.toString()).contains("matched");
        assertThat(after.out()).endsWith(alone.out());
        assertThat(after.code()).isEqualTo(alone.code());
    }
}
