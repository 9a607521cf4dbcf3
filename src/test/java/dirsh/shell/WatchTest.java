package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchTest {

    @TempDir
    private Path folder;

    private int runs;

    private Workplace.Ran run(String line) {
        return Workplace.in(folder.resolve("run-" + runs++)).dirsh(List.of("-c", line));
    }

    @Test
    void without_a_terminal_it_runs_once_or_as_often_as_told() {
        String once = run("open acme.dxl; watch diagnose | count").out();
        assertThat(once).isEqualTo("count\n   13\n");
        assertThat(run("open acme.dxl; watch --every 0 --times 3 diagnose | count")
                        .out())
                .isEqualTo(once.repeat(3));
    }

    @Test
    void the_options_and_pipes_behind_the_command_are_its_own() {
        assertThat(run("open acme.dxl; watch diagnose --cause blank -o csv | select cause -o csv; exit")
                        .out())
                .isEqualTo("cause\r\nblank\r\n");
    }

    @Test
    void its_exit_code_is_that_of_the_command() {
        assertThat(run("open acme.dxl; watch diagnose").code()).isEqualTo(1);
        assertThat(run("open acme.dxl; watch diagnose --cause blank").code()).isZero();
        assertThat(run("watch diagnose").code()).isEqualTo(2);
    }

    @Test
    void what_writes_opens_or_leaves_is_not_watched() {
        for (String line : List.of("watch open acme.dxl", "watch apply --yes", "watch exit", "watch watch plugins")) {
            assertThat(run(line).err()).as(line).contains(" shows nothing that could be watched\n");
        }
    }
}
