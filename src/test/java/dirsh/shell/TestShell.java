package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.CurrentWork;
import dirsh.command.Session;
import dirsh.command.TestSession;
import dirsh.plugin.GroovyLines;
import dirsh.report.Format;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The shell around some commands, with its streams in memory. */
final class TestShell {

    final CurrentWork work = new CurrentWork();
    final ShellState state = new ShellState();
    final CommandRegistry commands;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream printOut = new PrintStream(out, false, StandardCharsets.UTF_8);
    private final PrintStream printErr = new PrintStream(err, false, StandardCharsets.UTF_8);
    private final boolean prompt;
    private final Format format;
    private final boolean keepGoing;

    private TestShell(List<CommandSpec> more, Format format, boolean prompt, boolean keepGoing) {
        List<CommandSpec> all = new ArrayList<>(Declared.all());
        all.addAll(more);
        this.commands = new AllCommands(all, Nothing::new);
        this.format = format;
        this.prompt = prompt;
        this.keepGoing = keepGoing;
    }

    static TestShell plain() {
        return new TestShell(List.of(), Format.TABLE, false, false);
    }

    static TestShell with(CommandSpec... more) {
        return new TestShell(List.of(more), Format.TABLE, false, false);
    }

    static TestShell json() {
        return new TestShell(List.of(), Format.JSON, false, false);
    }

    static TestShell atPrompt(Format format) {
        return new TestShell(List.of(), format, true, false);
    }

    static TestShell keepingGoing() {
        return new TestShell(List.of(), Format.TABLE, false, true);
    }

    Ran run(String... texts) {
        Screen screen = new Screen(prompt, false, true, () -> 80, () -> 0);
        StreamConsole console = new StreamConsole(printErr, false, null, Asking.NOBODY);
        Dispatcher[] dispatcher = new Dispatcher[1];
        Groovy groovy = new Groovy(
                () -> new GroovyLines(commands, dispatcher[0], new PrintWriter(printOut, true, StandardCharsets.UTF_8)),
                work);
        HelpPages help = new HelpPages(commands);
        dispatcher[0] = new Dispatcher(
                commands, PicocliOptions::new, TestShell::session, groovy, new GivenFields(), help::command, work);
        Output output = new Output(printOut, console, screen, format, Pager.NONE);
        Runner runner = new Runner(new LineParser(commands), dispatcher[0], output, work, state);
        Sequence sequence = new Sequence(keepGoing);
        for (String text : texts) {
            if (!sequence.ended()) {
                runner.run(text, sequence);
            }
        }
        return new Ran(
                String.join(" -c ", texts),
                sequence.code(),
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** A session none of whose commands writes anything. */
    private static Session session() {
        return TestSession.in(Path.of("nowhere")).session();
    }

    /** No plugins. */
    private static final class Nothing implements CommandRegistry {
        @Override
        public Optional<CommandSpec> find(String name) {
            return Optional.empty();
        }

        @Override
        public SortedSet<String> names() {
            return new TreeSet<>();
        }

        @Override
        public List<CommandSpec> all() {
            return List.of();
        }
    }
}
