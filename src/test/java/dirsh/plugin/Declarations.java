package dirsh.plugin;

import dirsh.command.CommandSpec;
import dirsh.command.ParsedOptions;
import dirsh.command.TestSession;
import dirsh.command.Voice;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the scripts of a folder declare. */
public final class Declarations {

    private Declarations() {}

    /** The declarations, ordered by file name. */
    public static List<CommandSpec> ofScripts(Path folder) {
        return PluginFolder.entries(folder, "*.groovy").stream()
                .sorted()
                .map(Declarations::ofScript)
                .toList();
    }

    private static CommandSpec ofScript(Path file) {
        GroovyLines lines =
                new GroovyLines(Fixtures.names(), new Fixtures.Recording(), new PrintWriter(Writer.nullWriter()));
        ScriptRunner runner = new ScriptRunner(
                lines,
                (spec, words) -> new ParsedOptions(words, Map.of()),
                spec -> spec,
                new Silence(),
                TestSession.in(file.resolveSibling("nowhere")).session());
        // Asking for help gives the declaration, and runs nothing.
        if (runner.run(file, List.of("--help")) instanceof CommandSpec spec) {
            return spec;
        }
        throw new AssertionError(file + " declares no script");
    }

    private static final class Silence implements Voice {
        @Override
        public void say(String line) {}

        @Override
        public void display(Object value) {}

        @Override
        public List<String> input() {
            return List.of();
        }
    }
}
