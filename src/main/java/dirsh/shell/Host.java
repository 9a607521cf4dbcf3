package dirsh.shell;

import dirsh.model.DirshException;
import dirsh.plugin.ScriptRunner;
import dirsh.report.Format;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the program, from its arguments to its exit code. */
public final class Host {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Surroundings surroundings;

    public Host(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Does what the arguments ask and gives the exit code. */
    public int run(List<String> arguments) {
        try {
            Invocation invocation = Invocation.parse(arguments);
            return switch (invocation.task()) {
                case VERSION -> print("dirsh " + surroundings.version() + "\n");
                case HELP -> print(Invocation.USAGE);
                case COMMANDS -> commands(invocation);
                case SCRIPT -> script(invocation);
                case READ -> surroundings.terminal() ? Prompt.run(surroundings, invocation) : input(invocation);
            };
        } catch (DirshException e) {
            new StreamConsole(surroundings.err(), surroundings.colour(), null, Asking.NOBODY).error(e, "");
            return ExitCode.of(e);
        }
    }

    private int print(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private int commands(Invocation invocation) {
        Sequence sequence = new Sequence(invocation.keepGoing());
        try (Wiring wiring = wiring(invocation, surroundings.terminal())) {
            for (String text : invocation.commands()) {
                if (!sequence.ended()) {
                    wiring.runner().run(text, sequence);
                }
            }
        }
        return sequence.code();
    }

    private int script(Invocation invocation) {
        List<String> words = new ArrayList<>(invocation.script());
        Path file = surroundings.folder().resolve(words.remove(0));
        Optional<Format> format = takeFormat(words);
        Sequence sequence = new Sequence(false);
        // What the script shows on its way is shown as its answer is.
        Invocation shown = format.map(invocation::shownAs).orElse(invocation);
        try (Wiring wiring = wiring(shown, surroundings.terminal())) {
            wiring.runner()
                    .runOne(
                            () -> {
                                ScriptRunner scripts = wiring.scripts();
                                Object value = scripts.run(file, words);
                                return value instanceof Integer code
                                        ? Result.nothing(code)
                                        : new Result(value, format, false, ExitCode.DONE, null);
                            },
                            sequence);
        }
        return sequence.code();
    }

    /** Takes the output format out of a script's words: it is the shell's, not the script's. */
    private static Optional<Format> takeFormat(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals("-o") || words.get(i).equals("--output")) {
                words.remove(i);
                return Optional.of(Format.parse(words.remove(i)));
            }
        }
        return Optional.empty();
    }

    /** Runs standard input as it comes, each command as soon as it is complete. */
    private int input(Invocation invocation) {
        Sequence sequence = new Sequence(invocation.keepGoing());
        StringBuilder open = new StringBuilder();
        try (Wiring wiring = wiring(invocation, false);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            if (line != null && line.startsWith(BYTE_ORDER_MARK)) {
                line = line.substring(1);
            }
            for (; line != null && !sequence.ended(); line = reader.readLine()) {
                open.append(line).append('\n');
                if (!wiring.parser().needsMore(open.toString())) {
                    wiring.runner().run(open.toString(), sequence);
                    open.setLength(0);
                }
            }
            if (!sequence.ended() && open.length() > 0) {
                wiring.runner().run(open.toString(), sequence);
            }
        } catch (IOException e) {
            throw DirshException.failed("cannot read standard input: " + e.getMessage(), "dirsh -c 'COMMANDS'", e);
        }
        return sequence.code();
    }

    private Wiring wiring(Invocation invocation, boolean canAsk) {
        Screen screen = surroundings.terminal()
                ? new Screen(
                        false,
                        surroundings.colour(),
                        surroundings.unicode(),
                        new Lazy<>(TerminalSize::width)::get,
                        () -> 0)
                : Screen.none();
        return new Wiring(surroundings, screen, invocation, canAsk ? new Asker() : Asking.NOBODY, Pager.NONE);
    }

    /** Asks on standard error and listens on standard input, both of which are a terminal. */
    private final class Asker implements Asking {
        @Override
        public Optional<String> line(String question) {
            surroundings.err().print(question + " ");
            surroundings.err().flush();
            try {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8), 1);
                @Nullable String answer = reader.readLine();
                return Optional.ofNullable(answer);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        @SuppressWarnings("SystemConsoleNull") // somebody is only asked where there is a terminal
        public Optional<char[]> secret(String question) {
            surroundings.err().print(question + " ");
            surroundings.err().flush();
            Console console = System.console();
            return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword());
        }
    }
}
