package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.CurrentWork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostTest {

    @TempDir
    private Path folder;

    private Ran run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(input, out, arguments);
    }

    private Ran run(String input, OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                Map.of("DIRSH_HOME", folder.resolve("home").toString()),
                Path.of(""),
                folder,
                folder,
                "1.2",
                new CurrentWork());
        int code = new Host(surroundings).run(List.of(arguments));
        return new Ran(
                "dirsh " + String.join(" ", arguments) + " <<< " + input,
                code,
                out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void it_tells_its_version_and_usage() {
        run("", "--version").exits(0).prints("dirsh 1.2\n").says("");
        assertThat(run("", "--help").exits(0).out()).startsWith("usage: dirsh [options]");
    }

    @Test
    void commands_may_be_given_several_times() {
        run("", "-c", "x = 20", "-c", "x + 1; x + 2").exits(0).prints("21\n22\n");
    }

    @Test
    void commands_come_from_standard_input_without_a_terminal() {
        run("\uFEFFx = [1,\n2]\n# a comment\nx.size()\n").exits(0).prints("2\n").says("");
    }

    @Test
    void what_is_open_at_the_end_of_standard_input_is_an_error() {
        run("1\nx = [1,\n").exits(2).prints("1\n");
    }

    @Test
    void a_failed_command_ends_standard_input() {
        run("nosuch\n1\n").exits(2).prints("").says("no command 'nosuch'\ntry: help\n");
        run("nosuch\n1\n", "--keep-going").exits(2).prints("1\n");
    }

    @Test
    void the_format_is_for_the_whole_run() {
        run("", "-o", "json", "-c", "[1, 2]").prints("[\n  1,\n  2\n]\n");
        run("1\n", "-ojson").prints("1\n");
        run("", "-c", "help exit-codes", "--output=yaml").exits(0);
        run("", "-o", "xml").exits(2).saysPart("no output format 'xml'");
    }

    @Test
    void arguments_nobody_knows_are_wrong_usage() {
        run("", "open", "x").exits(2).prints("").saysPart("'open' is neither an option nor a FILE.groovy\ntry: ");
        run("", "--nosuch").exits(2).saysPart("no option --nosuch");
        run("", "-c").exits(2).saysPart("-c needs a value");
        run("", "-c", "1", "x.groovy").exits(2).saysPart("do not go together");
    }

    @Test
    void leaving_ends_the_sequence_with_the_code_of_the_command_before() {
        run("", "-c", "1; exit; 2").exits(0).prints("1\n");
        run("1\nquit\n2\n").exits(0).prints("1\n");
        run("", "--keep-going", "-c", "nosuch; exit; 2").exits(2).prints("");
    }

    @Test
    void the_stack_is_shown_only_on_demand() {
        run("", "-c", "trace").exits(2).says("no command has failed yet\ntry: help\n");
        Ran ran = run("", "--keep-going", "-c", "nosuch", "-c", "trace").exits(2);
        assertThat(ran.out()).startsWith("dirsh.model.DirshException: no command 'nosuch'\n    at dirsh.");
    }

    @Test
    void a_script_is_run_with_its_own_words() throws IOException {
        Path script = Files.writeString(folder.resolve("s.groovy"), "println args; args.size() > 2 ? 4 : 'done'");
        run("", script.toString(), "--all", "b").exits(0).prints("[--all, b]\ndone\n");
        run("", script.toString(), "a", "b", "c").exits(4).prints("[a, b, c]\n");
        run("", script.toString(), "a", "-o", "json").exits(0).prints("[a]\n\"done\"\n");
        run("", "nosuch.groovy").exits(2).saysPart("no script nosuch.groovy");
    }

    @Test
    void a_closed_output_ends_quietly() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        run("", closed, "-c", "1; println 'x'").exits(130).says("");
        run("", closed, "-c", "1").exits(0).says("");
    }

    @Test
    void help_lists_commands_and_explains_causes_and_topics() {
        Ran all = run("", "-c", "help").exits(0);
        assertThat(all.out()).startsWith("Shell\ncommand  does\ndoctor ").contains("\nreload ");
        run("", "-c", "help genuine-no")
                .prints(
                        """
                        genuine-no
                        a plain No: a policy, not a fault
                        That this keeps people out is confirmed; see KB Q184623.
                        example: text 0
                        evidence: show PERSON lists the item with its type and flags; the value is a plain No
                        repair: yours to decide: a plan takes it only where you name the cause or the person
                        who has it: diagnose --cause genuine-no
                        """);
        assertThat(run("", "-c", "help exit-codes").out()).startsWith("Exit codes\n0: nothing");
        run("", "-c", "help genuine-n").exits(2).says("no help on 'genuine-n'\ntry: help genuine-no\n");
    }

    @Test
    void the_shell_looks_after_its_surroundings() {
        run("", "-c", "plugins").exits(0);
        run("", "-c", "reload").exits(0).prints("nothing changed\n");
        assertThat(run("", "-c", "doctor").exits(0).out())
                .contains("dirsh: 1.2\n")
                .contains("nothing is wrong");
    }
}
