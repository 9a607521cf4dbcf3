package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnPluginsTest {

    @TempDir
    private Path folder;

    private Workplace workplace;
    private Path file;

    @BeforeEach
    void aNewPlugin() {
        workplace = Workplace.in(folder.resolve("work"));
        file = workplace.folder().resolve(".dirsh/plugins/mail-domains/mail-domains.groovy");
        Workplace.Ran ran = workplace.commands("plugin new mail-domains");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("mail-domains.groovy").contains("plugins --check");
    }

    @Test
    void a_new_plugin_works_and_its_example_holds() {
        Workplace.Ran checked = workplace.commands("plugins --check -o csv");
        assertThat(checked.code()).as(checked.toString()).isZero();
        assertThat(checked.out()).contains("mail-domains,mail-domains,ok,mail-domains @All --least 2");

        Workplace.Ran used = workplace.commands("open acme.dxl; mail-domains @All -o csv");
        assertThat(used.code()).as(used.toString()).isZero();
        assertThat(used.out()).startsWith("mailDomain,people");
        assertThat(workplace.commands("mail-domains --help").out()).contains("--least");
    }

    @Test
    void a_new_plugin_can_be_called_in_the_line_that_makes_it() {
        Workplace.Ran ran =
                workplace.commands("open acme.dxl; plugin new by-domain; by-domain @All -o csv | count; 1 + 1");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("by-domain.groovy").containsSubsequence("count\n", "1\n", "2\n");
    }

    @Test
    void a_new_plugin_replaces_nothing() throws IOException {
        String before = Files.readString(file);
        Workplace.Ran again = workplace.commands("plugin new mail-domains");
        assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("there is a command 'mail-domains' already");
        assertThat(workplace.commands("plugin new open").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(workplace.commands("plugin new ../open").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void an_example_that_shows_something_else_is_told_with_what_it_shows() throws IOException {
        Files.writeString(file, Files.readString(file).replace("ACME             2", "ACME             3"));
        Workplace.Ran checked = workplace.commands("plugins --check -o json");
        assertThat(checked.code()).as(checked.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(checked.out()).contains("shows something else").contains("ACME             2");
    }

    @Test
    void an_example_that_fails_is_told_with_its_error() throws IOException {
        Files.writeString(file, Files.readString(file).replace("people.dxl", "absent.dxl"));
        Workplace.Ran checked = workplace.commands("plugins --check");
        assertThat(checked.code()).as(checked.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(checked.out()).contains("exit code 2: ").contains("absent.dxl");
    }

    @Test
    void a_declaration_without_an_example_and_a_broken_file_are_told() throws IOException {
        Path rules = Files.createDirectories(file.getParent().resolve("rules"));
        Files.writeString(rules.resolve("rule-a.groovy"), "rule('rule-a') { summary 'x'; check { } }");
        Files.writeString(
                rules.resolve("rule-b.groovy"),
                "rule('rule-b') { summary 'x'; check { }; example 'none', over: [[ShortName: 'a']], finds: 1 }");
        Files.writeString(file.resolveSibling("broken.groovy"), "command('broken') {\n  sumary 'x'\n}");
        Workplace.Ran checked = workplace.commands("plugins --check -o csv");
        assertThat(checked.code()).isEqualTo(ExitCode.FAILED);
        assertThat(checked.out())
                .contains("mail-domains,rule-a,there is no example,")
                .contains("mail-domains,rule-b,not 1 found but 0 found,none")
                .contains("broken.groovy,\"no such word 'sumary'");
    }

    @Test
    void what_is_not_loaded_is_not_loaded_for_an_example_either() throws IOException {
        Path planted =
                Files.writeString(folder.resolve("planted.groovy"), "command('planted') { summary 'x'; run { } }");
        Files.createSymbolicLink(file.resolveSibling("planted.groovy"), planted);
        Files.createSymbolicLink(file.resolveSibling("away"), folder);
        Files.writeString(
                file,
                Files.readString(file).replace("example 'mail-domains @All", "example 'planted; mail-domains @All"));
        Workplace.Ran checked = workplace.commands("plugins --check -o csv");
        assertThat(checked.code()).as(checked.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(checked.out()).contains("no command 'planted'").contains("planted.groovy,is a symbolic link");
    }

    @Test
    void the_check_of_locked_plugins_runs_what_is_pinned_only() throws IOException {
        List<String> check = List.of("--locked", "-c", "plugins --check -o csv");
        assertThat(workplace.dirsh(check).code()).isZero();
        Files.writeString(
                file.resolveSibling("later.groovy"), "command('later') { summary 'x'; example 'later'; run { } }");
        Files.writeString(file, Files.readString(file) + "// changed\n");
        assertThat(workplace.dirsh(check).out())
                .contains("mail-domains.groovy,\"changed since it was pinned", "later.groovy,\"is new")
                .doesNotContain("ok");
    }

    @Test
    void locked_refuses_what_changed_and_the_run_goes_on() throws IOException {
        Files.writeString(file, Files.readString(file) + "// changed\n");
        Workplace.Ran locked = workplace.dirsh(List.of("--locked", "-c", "mail-domains @All"));
        assertThat(locked.code()).as(locked.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(locked.err()).contains("changed since it was pinned; it is not loaded, since plugins are locked");
        Workplace.Ran told = workplace.commands("plugins -o csv");
        assertThat(told.err()).contains("changed since it was last loaded");
        assertThat(workplace.commands("plugins -o csv").err()).isEmpty();
    }
}
