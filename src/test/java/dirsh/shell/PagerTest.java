package dirsh.shell;

import static dirsh.shell.Screenful.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagerTest {

    @TempDir
    private Path folder;

    private Screenful screen(String name, String value) {
        return new Screenful(folder, folder, 60, "xterm-256color", Map.of(name, value));
    }

    @Test
    void what_is_longer_than_the_screen_comes_in_pages_and_q_leaves_them() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("(1..60).collect { it }", ENTER).shows("\n39\nq returns to the prompt");
            assertThat(screen.text()).startsWith("1\n2\n").doesNotContain("\n40");
            screen.type(" ").shows("\n60\n(END)");
            // What is awaited must not be on the page before.
            screen.type("b").shows("\n21\n");
            screen.type("/55", ENTER).shows("55\n56\n57\n58\n59\n60\n~\n");
            assertThat(screen.text()).startsWith("55\n");
            screen.type("q").endsWith("dirsh>");
            assertThat(screen.text()).doesNotContain("\n55");
            screen.type("6 * 7", ENTER).endsWith("42\ndirsh>");
        }
    }

    @Test
    void what_fits_is_not_paged_and_a_long_line_counts_as_the_lines_it_takes() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("(1..39).collect { it }", ENTER).endsWith("\n39\ndirsh>");
            screen.type("'x' * 3800 + 'end'", ENTER).endsWith("end\ndirsh>");
            screen.type("'x' * 3900 + 'end'", ENTER).shows("q returns to the prompt");
            screen.type("q").endsWith("dirsh>");
        }
    }

    @Test
    void it_can_be_turned_off() {
        try (Screenful screen = screen("DIRSH_PAGER", "off")) {
            screen.type("(1..60).collect { it }", ENTER).endsWith("\n60\ndirsh>");
        }
    }

    @Test
    void NO_COLOR_leaves_nothing_red() {
        try (Screenful screen = screen("NO_COLOR", "1")) {
            screen.type("dotcor x", ENTER)
                    .shows("no command 'dotcor'\ntry: doctor")
                    .endsWith("dirsh>");
            assertThat(screen.red()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"C.UTF-8, x…", "C, x.."})
    void a_terminal_without_unicode_gets_signs_of_ascii(String language, String cut) {
        try (Screenful screen = screen("LANG", language)) {
            screen.type("[[name: 'x' * 90]]", ENTER).endsWith(cut + "\ndirsh>");
        }
    }
}
