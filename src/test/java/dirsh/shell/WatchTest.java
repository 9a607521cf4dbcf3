package dirsh.shell;

import static dirsh.shell.Screenful.CTRL_C;
import static dirsh.shell.Screenful.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void at_a_prompt_it_draws_over_what_was_there_until_ctrl_c_and_the_shell_goes_on() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("runs = 0; next = { ++runs < 3 ? 'waiting' : 'reached' }", ENTER)
                    .endsWith("dirsh>");
            screen.type("watch --every 0 next()", ENTER).shows("every 0 s: next()   (Ctrl-C ends it)\n\nreached");
            assertThat(screen.text()).doesNotContain("waiting", "dirsh>");
            screen.type(CTRL_C).endsWith("interrupted\ndirsh>");
            screen.type("6 * 7", ENTER).endsWith("42\ndirsh>");
        }
    }

    @Test
    void at_a_prompt_it_is_cut_to_the_screen() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("watch --every 0 (1..60).collect { it }", ENTER).shows("\n36\n(24 more lines)");
            assertThat(screen.text()).startsWith("every 0 s: (1..60)").doesNotContain("\n37");
            screen.type(CTRL_C).endsWith("dirsh>");
        }
    }

    @Test
    void a_terminal_that_can_do_nothing_is_not_drawn_over() {
        try (Screenful screen = new Screenful(folder, folder, 60, "dumb", Map.of())) {
            screen.type("watch --times 2 --every 0 6 * 7", ENTER)
                    .endsWith("42\n\nevery 0 s: 6 * 7   (Ctrl-C ends it)\n\n42\n\ndirsh>");
        }
    }

    @Test
    void it_writes_no_file() {
        assertThat(run("open acme.dxl; watch diagnose > a.csv").err())
                .contains("watch shows what it runs and writes no file\ntry: diagnose > a.csv\n");
    }

    @Test
    void what_writes_opens_or_leaves_is_not_watched() {
        for (String line : List.of("watch open acme.dxl", "watch apply --yes", "watch exit", "watch watch plugins")) {
            assertThat(run(line).err()).as(line).contains(" shows nothing that could be watched\n");
        }
    }
}
