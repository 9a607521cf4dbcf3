package dirsh.shell;

import dirsh.command.Candidates;
import dirsh.command.CommandFunction;
import dirsh.command.CommandRegistry;
import dirsh.command.Opener;
import dirsh.command.OptionParser;
import dirsh.command.PromptState;
import dirsh.command.Repairs;
import dirsh.command.Session;
import dirsh.command.Voice;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.plugin.GroovyLines;
import dirsh.plugin.PluginLoader;
import dirsh.plugin.ScriptRunner;
import dirsh.report.Format;
import dirsh.source.domino.Domino;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one run, each built when it is first needed.
 *
 * <p>A command of a plugin thus starts without Groovy lines, and the version without any of this.
 */
final class Wiring implements AutoCloseable {

    private final Surroundings surroundings;
    private final Home home;
    private final StreamConsole console;
    private final ShellState state = new ShellState();
    private final Lazy<PluginLoader> plugins;
    private final Lazy<OptionParser> options = new Lazy<>(PicocliOptions::new);
    private final Lazy<Session> session = new Lazy<>(this::newSession);
    private final CommandRegistry commands;
    private final HelpPages help;
    private final Groovy groovy;
    private final GivenFields given = new GivenFields();
    private final Dispatcher dispatcher;
    private final Output output;
    private final boolean locked;
    private final LineParser parser;
    private final Runner runner;

    /**
     * The wiring of a run.
     *
     * @param invocation what the program was started with
     * @param pager gets what is longer than the screen
     */
    Wiring(Surroundings surroundings, Screen screen, Invocation invocation, Asking asking, Pager pager) {
        this.surroundings = surroundings;
        this.locked = invocation.locked();
        Format format = invocation.format().orElse(Format.TABLE);
        this.home = Home.of(surroundings.environment(), surroundings.userHome());
        @Nullable
        ProgressLine progress =
                surroundings.terminal() ? new ProgressLine(surroundings.err(), screen, System::nanoTime) : null;
        this.console = new StreamConsole(surroundings.err(), screen.colour(), progress, asking);
        this.plugins = new Lazy<>(this::loadedPlugins);
        Lazy<Checkup> checkup = new Lazy<>(() -> new Checkup(surroundings, home, plugins.get(), commands()));
        this.commands = new AllCommands(
                Stream.concat(
                                new OwnCommands(
                                                this::help,
                                                plugins,
                                                new OwnPlugins(surroundings, home, plugins, this::commands, locked),
                                                checkup,
                                                state,
                                                new Editor(surroundings, console, screen.prompt()),
                                                new Tour(surroundings, screen, asking, console))
                                        .all().stream(),
                                Stream.of(Watch.command(this::watch)))
                        .toList(),
                plugins);
        this.help = new HelpPages(commands);
        this.groovy = new Groovy(this::newGroovy, surroundings.work());
        this.dispatcher = new Dispatcher(commands, options, session, groovy, given, help::command, surroundings.work());
        this.parser = new LineParser(commands);
        this.output = new Output(surroundings.out(), console, screen, format, pager);
        this.runner = new Runner(parser, dispatcher, output, surroundings.work(), state);
    }

    /** The engine facade the commands work in; the console, the folder and the cancellation are there for it. */
    private Session newSession() {
        return new Session(
                new Opener(surroundings.folder(), new Domino(surroundings.environment())),
                console,
                surroundings.work(),
                new Repairs.Environment(home, Clock.systemUTC(), System.getProperty("user.name", "unknown")),
                plugins);
    }

    private GroovyLines newGroovy() {
        // A command called from a line is asked to stop, not interrupted: it may have files open.
        CommandFunction patient = (name, positional, named) ->
                surroundings.work().patiently(() -> dispatcher.call(name, positional, named));
        return new GroovyLines(commands, patient, new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    }

    /** The plugins; what is wrong with one is said at every start, and the others work. */
    private PluginLoader loadedPlugins() {
        PluginLoader loader = PluginLoader.of(surroundings.root(), home.folder(), locked);
        loader.takeChanges().forEach(console::warn);
        loader.problems().forEach(problem -> console.warn("plugin " + problem));
        return loader;
    }

    /** Reads plugins again where a file changed since the last line, and says so. */
    void changedPlugins() {
        try {
            PluginLoader loader = plugins.get();
            if (loader.isStale()) {
                List<String> changed = loader.reload();
                if (!changed.isEmpty()) {
                    console.note("plugins read again: " + String.join(", ", changed));
                }
                loader.takeChanges().forEach(console::warn);
                loader.problems().forEach(problem -> console.warn("plugin " + problem));
            }
        } catch (DirshException e) {
            console.error(e, "plugins"); // the line is run all the same
        }
    }

    /** A script speaks through the console and shows like a command. */
    private Voice voice() {
        return new Voice() {
            @Override
            public void say(String line) {
                console.note(line);
            }

            @Override
            public void display(Object value) {
                output.show(new Result(value, Optional.empty(), false, ExitCode.of(value), null));
            }

            @Override
            public List<String> input() {
                try {
                    String text = new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
                    return text.replaceFirst("^\uFEFF", "").lines().toList();
                } catch (IOException e) {
                    throw DirshException.failed("cannot read standard input: " + DirshException.reason(e), "", e);
                }
            }
        };
    }

    private Watch watch() {
        return new Watch(parser, dispatcher, output, surroundings.work());
    }

    /** A runner of script files. */
    ScriptRunner scripts() {
        return new ScriptRunner(groovy.lines(), options.get(), help::command, voice(), session.get());
    }

    /** What may stand at a place of a line. */
    Completion completion() {
        Candidates live = (kind, prefix) -> session.get().candidates(kind, prefix);
        return new Completion(commands, groovy, live, given, new FileNames(surroundings.folder()));
    }

    /** What the prompt tells of the session. */
    PromptState promptState() {
        return session.get();
    }

    /** The runs that wait for the user, in one line each. */
    List<String> unfinishedRuns() {
        return session.get().repairs().unfinishedInWords();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Home home() {
        return home;
    }

    StreamConsole console() {
        return console;
    }

    ShellState state() {
        return state;
    }

    CommandRegistry commands() {
        return commands;
    }

    HelpPages help() {
        return help;
    }

    Groovy groovy() {
        return groovy;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    LineParser parser() {
        return parser;
    }

    Runner runner() {
        return runner;
    }

    /** Closes what commands opened. */
    @Override
    public void close() {
        session.ifBuilt().ifPresent(Session::close);
    }
}
