package dirsh.shell;

import dirsh.command.PromptState;
import dirsh.home.TextFile;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.jline.widget.AutosuggestionWidgets;

/** The shell at a terminal: reads a line, runs it, and again. */
final class Prompt {

    private static final int HISTORY_SIZE = 5_000;
    private static final long WARM_UP_AFTER_MILLIS = 300;

    private static final List<Terminal.Signal> SIGNALS =
            List.of(Terminal.Signal.INT, Terminal.Signal.WINCH, Terminal.Signal.CONT);

    private final Terminal terminal;
    private final Wiring wiring;
    private final PromptCompleter completer;
    private int lastCode;

    private Prompt(Surroundings surroundings, Terminal terminal, Invocation invocation) {
        this.terminal = terminal;
        IntSupplier width = () -> {
            int columns = terminal.getSize().getColumns();
            return columns > 0 ? columns : Screen.DEFAULT_WIDTH;
        };
        IntSupplier height = () -> terminal.getType().startsWith(Terminal.TYPE_DUMB)
                ? 0
                : terminal.getSize().getRows();
        Screen screen = new Screen(true, surroundings.colour(), surroundings.unicode(), width, height);
        this.wiring = new Wiring(
                surroundings,
                screen,
                invocation,
                new Asker(),
                "off".equals(surroundings.environment().get("DIRSH_PAGER"))
                        ? Pager.NONE
                        : new TerminalPager(terminal, screen, surroundings.work()));
        this.completer = new PromptCompleter(wiring.completion());
    }

    /** Runs until the user leaves; gives the exit code of the last command. */
    static int run(Surroundings surroundings, Invocation invocation) {
        try (Terminal terminal = terminal()) {
            // Once and for all. JLine would register at each line, through Java's own handler: a Ctrl-C that comes just
            // then would end the process. At a dumb terminal it would not register at all.
            for (Terminal.Signal signal : SIGNALS) {
                Signals.register(signal.name(), () -> terminal.raise(signal));
            }
            return run(surroundings, invocation, terminal);
        } catch (IOException e) {
            throw DirshException.failed("no terminal: " + e.getMessage(), "dirsh -c 'COMMANDS'", e);
        }
    }

    /** The same at a given terminal, which the caller closes. */
    static int run(Surroundings surroundings, Invocation invocation, Terminal terminal) {
        Prompt prompt = new Prompt(surroundings, terminal, invocation);
        // While a line is read JLine has a handler of its own, which clears the line.
        terminal.handle(Terminal.Signal.INT, signal -> surroundings.work().cancel());
        if (invocation.rc()) {
            prompt.startFile();
        }
        try {
            prompt.unfinishedRuns();
            return prompt.loop();
        } finally {
            prompt.wiring.close();
        }
    }

    /** The terminal without the questions to it that take longest; any other one if that fails. */
    private static Terminal terminal() throws IOException {
        try {
            return TerminalBuilder.builder()
                    .graphemeCluster(false)
                    .nativeSignals(false)
                    .providers("jni")
                    .encoding(StandardCharsets.UTF_8)
                    .dumb(false)
                    .build();
        } catch (IOException | RuntimeException | LinkageError e) {
            return TerminalBuilder.builder()
                    .graphemeCluster(false)
                    .nativeSignals(false)
                    .encoding(StandardCharsets.UTF_8)
                    .dumb(true)
                    .build();
        }
    }

    private void startFile() {
        try {
            Optional<Path> file = wiring.home().startFile();
            if (file.isPresent()) {
                runText(TextFile.read(file.get(), file.get().toString(), "dirsh --no-rc, or save the file as UTF-8"));
            }
        } catch (IOException e) {
            wiring.console().warn("the start file cannot be read: " + DirshException.reason(e));
        } catch (DirshException e) {
            wiring.console().error(e, "trace");
        }
    }

    /** What an earlier session left for this one to do. */
    private void unfinishedRuns() {
        try {
            wiring.unfinishedRuns().forEach(wiring.console()::note);
        } catch (DirshException e) {
            wiring.console().error(e, "trace");
        }
    }

    private int loop() {
        LineReader reader = reader();
        PromptState state = wiring.promptState();
        warmUp();
        while (!wiring.state().leaving()) {
            try {
                completer.forget();
                String line = reader.readLine(PromptText.of(state));
                wiring.changedPlugins();
                runTyped(line, reader);
            } catch (UserInterruptException e) {
                lastCode = ExitCode.INTERRUPTED; // the line is gone, the shell is not
            } catch (EndOfFileException e) {
                break;
            }
        }
        return lastCode;
    }

    /** Runs a line and then what it was edited into, if it was the command to edit. */
    private void runTyped(String typed, LineReader reader) {
        ShellState state = wiring.state();
        runText(typed);
        for (Optional<String> next = state.takeNext(); next.isPresent(); next = state.takeNext()) {
            wiring.console().note(PromptHistory.masked(next.get()));
            reader.getHistory().add(next.get());
            runText(next.get());
        }
        state.typed(typed);
    }

    private void runText(String text) {
        Sequence sequence = new Sequence(false);
        wiring.runner().run(text, sequence);
        lastCode = sequence.counted() ? sequence.code() : lastCode;
    }

    private LineReader reader() {
        LineParser parser = wiring.parser();
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dirsh")
                .parser(new PromptParser(parser))
                .completer(completer)
                .completionMatcher(new AsOffered())
                .history(new PromptHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_INCREMENTAL, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "...> ")
                .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_SIZE);
        try {
            builder.variable(LineReader.HISTORY_FILE, wiring.home().history());
        } catch (DirshException e) {
            wiring.console().warn("the history is not kept: " + e.problem());
        }
        if (wiring.surroundings().colour()) {
            builder.highlighter(new PromptHighlighter(wiring.commands(), wiring.groovy()));
        }
        LineReader reader = builder.build();
        // Without a faint colour a suggestion could not be told from what was typed.
        if (wiring.surroundings().colour() && !terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            new AutosuggestionWidgets(reader).enable();
        }
        return reader;
    }

    /** Asks in the middle of a command; the answer goes into no history. */
    private final class Asker implements Asking {
        @Override
        public Optional<String> line(String question) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .variable(LineReader.DISABLE_COMPLETION, true)
                    .build();
            try {
                return Optional.of(reader.readLine(question + " "));
            } catch (UserInterruptException e) {
                throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", null);
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }

        /** Past the line reader, which would make a text of the secret. */
        @Override
        public Optional<char[]> secret(String question) {
            Attributes shown = terminal.enterRawMode();
            try {
                terminal.writer().print(question + " ");
                terminal.flush();
                return SecretLine.read(terminal.reader());
            } catch (IOException e) {
                return Optional.empty();
            } finally {
                terminal.setAttributes(shown);
                terminal.writer().println();
                terminal.flush();
            }
        }
    }

    /** Loads Groovy while the user reads the prompt; the engine it builds is thrown away. */
    private void warmUp() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(WARM_UP_AFTER_MILLIS);
                        wiring.groovy().warmUp();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "dirsh-warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
