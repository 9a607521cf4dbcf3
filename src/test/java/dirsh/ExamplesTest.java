package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.plugin.Declarations;
import dirsh.plugin.PluginLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example that help shows is run, and prints what it says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExamplesTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> examples_of_commands_work() {
        List<CommandSpec> commands =
                PluginLoader.of(Workplace.ROOT, folder.resolve("home")).all();
        assertThat(commands).isNotEmpty();
        return commands.stream().flatMap(command -> command.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        command.name() + ": " + example.line(), () -> check(example, lines(example)))));
    }

    @TestFactory
    Stream<DynamicTest> examples_of_scripts_work() {
        return Declarations.ofScripts(Workplace.ROOT.resolve("scripts")).stream()
                .flatMap(script -> script.examples().stream()
                        .map(example ->
                                DynamicTest.dynamicTest(example.line(), () -> check(example, words(script, example)))));
    }

    private static List<String> lines(Example example) {
        String open = example.over().isEmpty() ? "" : "open " + example.over() + "; ";
        return List.of("-c", open + example.line());
    }

    private static List<String> words(CommandSpec script, Example example) {
        List<String> words = ShellWords.of(example.line());
        assertThat(words).startsWith("scripts/dirsh", "scripts/" + script.name() + ".groovy");
        return words.subList(1, words.size());
    }

    private void check(Example example, List<String> arguments) {
        Path own = folder.resolve("example-" + System.nanoTime());
        Workplace.Ran ran = Workplace.in(own).dirsh(arguments);
        assertThat(ran.code()).as(ran.toString()).isBetween(0, 1);
        assertThat(ran.err().lines()).as(ran.toString()).noneMatch(line -> line.startsWith("try: "));
        if (!example.gives().isEmpty()) {
            assertThat(ran.out()).as(ran.toString()).isEqualTo(example.gives() + "\n");
        }
    }
}
