package dirsh.plugin;

import dirsh.command.Arguments;
import dirsh.command.CommandSpec;
import dirsh.command.OptionParser;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a Groovy file with the words behind it. */
public final class ScriptRunner {

    /**
     * A runner of scripts.
     *
     * @param lines whose commands the script can call
     * @param parser sorts the words
     * @param help what {@code --help} answers
     * @param start learns the arguments, {@code apply} and {@code yes} among them, before the body runs
     */
    public ScriptRunner(
            GroovyLines lines, OptionParser parser, Function<CommandSpec, ?> help, Consumer<Arguments> start) {}

    /** Runs the file and gives its value. */
    public @Nullable Object run(Path file, List<String> args) {
        return null;
    }
}
