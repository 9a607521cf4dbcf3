package dirsh.plugin;

import dirsh.command.Arguments;
import dirsh.command.Binder;
import dirsh.command.CommandSpec;
import dirsh.command.OptionParser;
import dirsh.command.ParsedOptions;
import dirsh.command.Session;
import dirsh.command.Voice;
import dirsh.home.TextFile;
import dirsh.model.DirshException;
import groovy.lang.Binding;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.control.CompilationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a Groovy file with the words behind it.
 *
 * <p>A file that declares a {@code script} has its words parsed like those of a command; any other file runs at once and
 * finds them as the list {@code args}. The values of the prompt are not visible to either.
 */
public final class ScriptRunner {

    private final SourceCompiler compiler = new SourceCompiler(ScriptFile.class);
    private final GroovyLines lines;
    private final OptionParser parser;
    private final Function<CommandSpec, ?> help;
    private final Voice voice;
    private final Session session;

    /**
     * A runner of scripts.
     *
     * @param lines whose commands the script can call
     * @param parser sorts the words
     * @param help what {@code --help} answers
     * @param voice how the script speaks while it runs
     * @param session is handed to the body, should it ask for it
     */
    public ScriptRunner(
            GroovyLines lines, OptionParser parser, Function<CommandSpec, ?> help, Voice voice, Session session) {
        this.lines = lines;
        this.parser = parser;
        this.help = help;
        this.voice = voice;
        this.session = session;
    }

    /**
     * Runs the file and gives its value.
     *
     * @throws DirshException with the file and line of what went wrong
     */
    public @Nullable Object run(Path file, List<String> args) {
        SourceFile source = new SourceFile(PluginFile.fileName(file));
        String text = text(file);
        List<String> known = List.copyOf(lines.knownNames());
        try {
            CompiledSource compiled =
                    compiler.compile(source.name(), text, getClass().getClassLoader());
            if (!compiled.hasStatements()) {
                throw DirshException.badInput(file + " has no statement to run", "");
            }
            Binding values = new Binding();
            values.setVariable("args", List.copyOf(args));
            values.setVariable("out", lines.out());
            CompiledLoader loader = new CompiledLoader(getClass().getClassLoader(), compiled.classes());
            ScriptFile script = (ScriptFile) compiled.instance(loader, values);
            script.with(lines.commands());
            script.at(source, known, voice);
            Object value = script.run();
            Optional<CommandSpec> declared = script.declared();
            return declared.isEmpty() ? value : run(file, declared.get(), args);
        } catch (CompilationFailedException failed) {
            Failure failure = Failure.ofCompilation(failed);
            throw DirshException.badInput(
                    source.place(failure.line()) + ":" + failure.column() + ": " + failure.message(), "");
        } catch (Throwable thrown) {
            throw Failure.toError(thrown, source.name(), known, line -> source.place(line) + ": ");
        }
    }

    private @Nullable Object run(Path file, CommandSpec spec, List<String> args) {
        if (args.contains("--help")) {
            return help.apply(spec);
        }
        ParsedOptions parsed = parser.parse(spec, args);
        Arguments arguments =
                new Binder(any -> file + " --help").bind(spec, parsed.positional(), parsed.options(), null);
        return spec.body().run(arguments, session);
    }

    private static String text(Path file) {
        try {
            return TextFile.read(file, file.toString(), "iconv -f windows-1252 -t utf-8 " + file);
        } catch (NoSuchFileException e) {
            throw DirshException.badInput(
                    "no script " + file, "ls " + file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + file + ": " + DirshException.reason(e), "", e);
        }
    }
}
