package dirsh.shell;

import static dirsh.shell.Screenful.CTRL_A;
import static dirsh.shell.Screenful.CTRL_C;
import static dirsh.shell.Screenful.CTRL_D;
import static dirsh.shell.Screenful.CTRL_R;
import static dirsh.shell.Screenful.ENTER;
import static dirsh.shell.Screenful.RIGHT;
import static dirsh.shell.Screenful.TAB;
import static dirsh.shell.Screenful.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PromptTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void an_unknown_command_is_red_and_a_known_one_is_not() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("dotcor x").shows("dotcor x");
            assertThat(screen.red()).isEqualTo("dotcor");
            screen.type(CTRL_C).endsWith("dirsh>").type("doctor x").shows("doctor x");
            assertThat(screen.red()).doesNotContain("doctor");
        }
    }

    @Test
    void a_line_typed_before_is_suggested_and_taken_with_the_right_arrow() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("6 * 7", ENTER).endsWith("42\ndirsh>");
            screen.type("6").endsWith("dirsh> 6 * 7");
            screen.type(RIGHT, ENTER).endsWith("dirsh> 6 * 7\n42\ndirsh>");
        }
    }

    @Test
    void a_suggestion_that_is_not_taken_is_not_run() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("6 * 7", ENTER).endsWith("42\ndirsh>");
            screen.type("6", ENTER).shows("\n6\ndirsh>");
        }
    }

    @Test
    void open_brackets_go_on_with_the_next_line() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("[1, 2,", ENTER).endsWith("...>");
            screen.type("3].sum()", ENTER).endsWith("6\ndirsh>");
        }
    }

    @Test
    void pasted_lines_wait_for_enter_run_together_and_stop_at_the_first_error() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("\u001b[200~a = 20\na + 1\nno-such 1\na + 2\u001b[201~").endsWith("...> a + 2");
            assertThat(screen.text()).doesNotContain("no command");
            screen.type(ENTER).shows("21\nno command 'no-such'\ntry: help").endsWith("dirsh>");
            assertThat(screen.text()).doesNotContain("22");
            screen.type(UP).endsWith("...> a + 2"); // one entry of the history
        }
    }

    @Test
    void a_plugin_that_changes_counts_at_the_next_line_and_a_broken_one_leaves_the_version_before() throws IOException {
        Path plugin =
                Files.createDirectories(folder.resolve("home/plugins/mine")).resolve("greet.groovy");
        String source = "command('greet') { summary 'x'; run { args, session -> 'version ' + %s } }";
        try (Screenful screen = Screenful.plain(folder)) {
            Files.writeString(plugin, source.formatted("1"));
            screen.type("greet", ENTER).shows("plugins read again: greet").endsWith("version 1\ndirsh>");
            Files.writeString(plugin, source.formatted("20"));
            screen.type("greet", ENTER).endsWith("version 20\ndirsh>");
            Files.writeString(plugin, source.formatted("300").replace("summary", "sumary"));
            screen.type("greet", ENTER).shows("no such word 'sumary'").endsWith("version 20\ndirsh>");
        }
    }

    @Test
    void the_history_is_searched_with_ctrl_r() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("11 * 11", ENTER).endsWith("121\ndirsh>");
            screen.type("2 + 2", ENTER).endsWith("4\ndirsh>");
            screen.type(CTRL_R, "11 *").shows("11 * 11");
            screen.type(ENTER).shows("121\ndirsh>").endsWith("121\ndirsh>");
        }
    }

    @Test
    void secrets_stay_out_of_the_history_and_the_rest_of_the_line_stays_in() throws IOException {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("doctor --password hunter2 --user jane", ENTER).endsWith("try: help doctor\ndirsh>");
            screen.type("help ldap://cn=a:hunter3@host/o=x", ENTER).endsWith("try: help\ndirsh>");
            screen.type(UP).endsWith("dirsh> help ldap://cn=a:***@host/o=x");
            screen.type(UP).endsWith("dirsh> doctor --password *** --user jane");
        }
        assertThat(Files.readString(folder.resolve("home/history")))
                .contains("doctor --password *** --user jane", "help ldap://cn=a:***@host/o=x")
                .doesNotContain("hunter");
    }

    @Test
    void edit_runs_what_the_editor_saved_and_keeps_it_in_the_history() {
        Map<String, String> editor = Map.of("EDITOR", "sh -c 'echo \"$(cat \"$0\") + 2\" > \"$0\"'");
        try (Screenful screen = new Screenful(folder, folder, 100, "xterm-256color", editor)) {
            screen.type("40", ENTER).endsWith("40\ndirsh>");
            screen.type("edit", ENTER).endsWith("40 + 2\n42\ndirsh>");
            screen.type("edit '50 + 1'", ENTER).endsWith("50 + 1 + 2\n53\ndirsh>");
            screen.type(UP).endsWith("dirsh> 50 + 1 + 2");
        }
    }

    @Test
    void what_is_edited_stands_in_a_folder_of_its_own_without_secrets_and_is_gone_after() throws IOException {
        // The editor saves a copy beside the file, as many do, and tells where and for whom.
        String editor = "f() { cp \"$1\" \"$1~\"; { dirname \"$1\"; stat -c %a \"$(dirname \"$1\")\"; cat \"$1\"; } > '"
                + folder.resolve("seen") + "'; }; f";
        try (Screenful screen = new Screenful(folder, folder, 100, "xterm-256color", Map.of("EDITOR", editor))) {
            screen.type("doctor --password hunter2", ENTER).shows("try:");
            screen.type("edit", ENTER).endsWith("nothing was saved, nothing is run\ndirsh>");
        }
        List<String> seen = Files.readAllLines(folder.resolve("seen"));
        assertThat(seen.subList(1, 3)).containsExactly("700", "doctor --password ***");
        assertThat(Path.of(seen.get(0))).doesNotExist();
    }

    @Test
    void edit_runs_nothing_that_was_not_saved_and_VISUAL_comes_first() {
        Map<String, String> editors = Map.of("VISUAL", "true", "EDITOR", "false");
        try (Screenful screen = new Screenful(folder, folder, 100, "xterm-256color", editors)) {
            screen.type("edit '1 / 0'", ENTER).endsWith("nothing was saved, nothing is run\ndirsh>");
        }
    }

    @Test
    void an_editor_that_fails_is_told_and_nothing_is_run() {
        try (Screenful screen = new Screenful(folder, folder, 100, "xterm-256color", Map.of("EDITOR", "false"))) {
            screen.type("edit '1 / 0'", ENTER)
                    .shows("the editor 'false' ended with 1; nothing is run\ntry: export EDITOR=vi");
        }
    }

    @Test
    void ctrl_c_takes_back_the_line_and_ctrl_d_leaves_with_the_last_code() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("1 / 0").shows("1 / 0").type(CTRL_C).shows("1 / 0\ndirsh>");
            screen.type("no-such 1", ENTER).shows("no command 'no-such'").endsWith("dirsh>");
            screen.type(CTRL_D);
            assertThat(screen.left()).isEqualTo(2);
        }
    }

    @Test
    void ctrl_c_ends_a_loop_and_the_shell_goes_on_with_what_it_knew() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("kept = 7", ENTER).endsWith("dirsh>");
            screen.type("if (true) { println 'be' + 'gun'; while (true) {} }", ENTER)
                    .shows("\nbegun");
            screen.type(CTRL_C).endsWith("^Cinterrupted\ndirsh>");
            screen.type("kept", ENTER).endsWith("7\ndirsh>");
            assertThat(screen.isRunning()).isTrue();
        }
    }

    @Test
    void tab_completes_commands_and_within_quotes_and_in_mid_line() {
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("doc" + TAB).endsWith("dirsh> doctor");
            screen.type(CTRL_C).endsWith("dirsh>").type("help \"form" + TAB).endsWith("dirsh> help \"formulas\"");
            screen.type(CTRL_C)
                    .endsWith("dirsh>")
                    .type("tra ; doctor", CTRL_A, RIGHT, RIGHT, RIGHT, TAB)
                    .endsWith("dirsh> trace ; doctor");
            screen.type(CTRL_C).endsWith("dirsh>").type("help '" + TAB).shows("formulas");
            screen.type(CTRL_C)
                    .endsWith("dirsh>")
                    .type("4 + 4", ENTER)
                    .endsWith("8\ndirsh>"); // a quote left open did no harm
        }
    }

    @Test
    void a_terminal_that_can_do_nothing_gets_no_colours_and_no_suggestions() {
        try (Screenful screen = new Screenful(folder, folder, 60, "dumb", Map.of())) {
            screen.type("6 * 7", ENTER).endsWith("42\ndirsh>");
            screen.type("6", ENTER).shows("\n6\ndirsh>");
            screen.type("dotcor x", ENTER).shows("no command 'dotcor'\ntry: doctor");
            assertThat(screen.red()).isEmpty();
        }
    }

    @Test
    void people_complete_at_the_prompt_of_an_open_book() throws IOException {
        Files.copy(ROOT.resolve("src/test/resources/dirsh/books/acme.dxl"), folder.resolve("acme.dxl"));
        try (Screenful screen = new Screenful(folder, ROOT, 60, "xterm-256color", Map.of())) {
            screen.type("open ac" + TAB)
                    .endsWith("dirsh> open acme.dxl")
                    .type(ENTER)
                    .endsWith("dirsh acme>");
            screen.type("diagnose | { it.size() }", ENTER)
                    .shows("{ it.size() }\n1")
                    .endsWith("dirsh acme>");
            screen.type("why nov" + TAB).endsWith("dirsh acme> why \"Ida Novak\"");
        }
    }
}
