package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dirsh.command.CommandSpec;
import dirsh.command.ParameterKind;
import dirsh.command.ParsedOptions;
import dirsh.command.TestSession;
import dirsh.command.Voice;
import dirsh.model.DirshException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptRunnerTest {

    private static final String REPAIR =
            """
            script('repair-missing') {
                summary 'Repair the people'
                option 'book', required: true, help: 'address book'
                option 'limit', type: int, help: 'stop after so many'
                run { args ->
                    def opened = open(args.book)
                    [opened, args.limit, args.apply, args.yes]
                }
            }
            """;

    @TempDir
    private Path folder;

    private final Fixtures.Recording calls = new Fixtures.Recording();
    private final List<String> spoken = new ArrayList<>();
    private final StringWriter printed = new StringWriter();
    private final GroovyLines lines =
            new GroovyLines(Fixtures.names("open", "compare"), calls, new PrintWriter(printed, true));
    private final Voice voice = new Voice() {
        @Override
        public void say(String line) {
            spoken.add("say " + line);
        }

        @Override
        public void display(Object value) {
            spoken.add("display " + value);
        }

        @Override
        public List<String> input() {
            return List.of("first line", "second line");
        }
    };
    private ScriptRunner runner;

    @BeforeEach
    void build() {
        runner = new ScriptRunner(
                lines,
                ScriptRunnerTest::parse,
                spec -> "help of " + spec.name(),
                voice,
                TestSession.in(folder.resolve("home")).session());
    }

    @Test
    void a_script_speaks_and_shows_while_it_runs() {
        Path file = Fixtures.write(
                folder, "talk.groovy", "script('talk') { summary 'Talk'; run { args -> say 'hello'; display 42; 7 } }");

        assertThat(runner.run(file, List.of())).isEqualTo(7);
        assertThat(spoken).containsExactly("say hello", "display 42");
    }

    @Test
    void a_script_reads_standard_input() {
        Path file = Fixtures.write(folder, "read.groovy", "input().collect { it.toUpperCase() }");

        assertThat(runner.run(file, List.of())).isEqualTo(List.of("FIRST LINE", "SECOND LINE"));
    }

    @Test
    void a_declared_script_gets_its_options_and_calls_commands() {
        Path file = Fixtures.write(folder, "repair-missing.groovy", REPAIR);

        assertThat(runner.run(file, List.of("--book", "names.dxl", "--limit", "7", "--apply")))
                .hasToString("[names.dxl, 7, true, false]");
        assertThat(calls.calls).containsExactly("open[names.dxl]{}");
    }

    @Test
    void help_is_the_value_of_help() {
        Path file = Fixtures.write(folder, "repair-missing.groovy", REPAIR);

        assertThat(runner.run(file, List.of("--help"))).isEqualTo("help of repair-missing");
        assertThat(calls.calls).isEmpty();
    }

    @Test
    void a_missing_option_points_to_the_help_of_the_file() {
        Path file = Fixtures.write(folder, "repair-missing.groovy", REPAIR);

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> runner.run(file, List.of()))
                .withMessage("repair-missing needs --book: address book")
                .satisfies(error -> assertThat(error.tryThis()).isEqualTo(file + " --help"));
    }

    @Test
    void plain_statements_run_with_their_words_as_a_list() {
        Path file = Fixtures.write(
                folder, "plain.groovy", "def half(n) { n / 2 as int }\nprintln 'hi'\ncompare(args[0]) + half(4)");

        assertThat(runner.run(file, List.of("a", "--b"))).isEqualTo("a2");
        assertThat(printed.toString()).startsWith("hi");
    }

    @Test
    void values_of_the_prompt_and_of_a_script_stay_apart() {
        lines.evaluate("def secret = 1");
        Path file = Fixtures.write(folder, "plain.groovy", "other = 2\nsecret");

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> runner.run(file, List.of()))
                .withMessageStartingWith("plain.groovy:2: no such name 'secret'");
        assertThat(lines.variables()).containsExactly("secret");
    }

    @Test
    void errors_have_the_line_of_the_file() {
        assertError("plain", "1\nthrow new IllegalStateException('oh')", "plain.groovy:2: oh");
        assertError("plain", "1\ncompre()", "plain.groovy:2: no such function 'compre'; did you mean 'compare'?");
        assertError("plain", "\n  = 1", "plain.groovy:2:3: ");
        assertError(
                "s",
                "script('s') {\n sumary 'x'\n}",
                "s.groovy:2: no such word 'sumary'; a script is made of summary, details, argument, option, example, run");
        assertError("s", "script('t') { }", "s.groovy:1: the file is called s.groovy, but declares 't'");
        assertError("s", "script { }", "s.groovy:1: script takes a name and a declaration, as in script('…') { … }");
        assertError(
                "s",
                "script('s') {\n summary 'x'\n run { args ->\n  compre() } }",
                "s.groovy:4: no such function 'compre'; did you mean 'compare'?");
        assertError("s", "class A {}", folder.resolve("s.groovy") + " has no statement to run");
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> runner.run(folder.resolve("none.groovy"), List.of()))
                .withMessageStartingWith("no script ");
    }

    private void assertError(String name, String source, String beginning) {
        Path file = Fixtures.write(folder, name + ".groovy", source);
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> runner.run(file, List.of()))
                .satisfies(error -> assertThat(error.problem()).startsWith(beginning));
    }

    /** Knows {@code --name value} and switches, which is enough here. */
    private static ParsedOptions parse(CommandSpec spec, List<String> words) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).substring(2);
            boolean isSwitch = spec.options().stream()
                    .anyMatch(option -> option.name().equals(name) && option.kind() == ParameterKind.SWITCH);
            options.put(name, isSwitch ? true : words.get(++i));
        }
        return new ParsedOptions(List.of(), options);
    }
}
