package dirsh.shell;

import dirsh.command.Arguments;
import dirsh.command.Binder;
import dirsh.command.CommandFunction;
import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.CurrentWork;
import dirsh.command.OptionParser;
import dirsh.command.ParameterKind;
import dirsh.command.ParsedOptions;
import dirsh.command.Session;
import dirsh.command.Suggestions;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.pipe.ResultFile;
import dirsh.report.Format;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The step from a command line to its result: each stage in turn, with what the one before it answered.
 *
 * <p>Nothing is printed and nothing is thrown: an error is part of the result.
 */
final class Dispatcher implements CommandFunction {

    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?:(?:def|final|var|[A-Z]\\w*|int|long|boolean|double)\\s+)*\\w+\\s*=[^=~].*", Pattern.DOTALL);

    /** A sign and the name of a result behind a formula, where the sign compares. */
    private static final Pattern MEANT_AS_FILE =
            Pattern.compile("(.*\\S)\\s*>>?\\s*(\\S+\\.(?:csv|json|ya?ml|txt))", Pattern.DOTALL);

    private final CommandRegistry commands;
    private final Supplier<OptionParser> options;
    private final Supplier<Session> session;
    private final Groovy groovy;
    private final GivenFields given;
    private final Function<CommandSpec, Object> help;
    private final CurrentWork work;
    private final Binder binder = new Binder();
    private final UnknownCommand unknown;
    private final PipeCheck pipes;

    /**
     * A dispatcher that builds nothing before it is needed.
     *
     * @param help what {@code --help} on a command answers
     */
    Dispatcher(
            CommandRegistry commands,
            Supplier<OptionParser> options,
            Supplier<Session> session,
            Groovy groovy,
            GivenFields given,
            Function<CommandSpec, Object> help,
            CurrentWork work) {
        this.commands = commands;
        this.options = options;
        this.session = session;
        this.groovy = groovy;
        this.given = given;
        this.help = help;
        this.work = work;
        this.unknown = new UnknownCommand(commands);
        this.pipes = new PipeCheck(commands);
    }

    /** Runs a command line. */
    Result run(Line line) {
        return guarded(() -> {
            pipes.check(line);
            Optional<ResultFile> file = line.target().map(this::resultFile);
            Outcome outcome = new Outcome(null, Optional.empty(), false);
            List<Stage> stages = line.stages();
            for (int i = 0; i < stages.size(); i++) {
                Flow<?> input = i == 0 ? null : objects(outcome.value());
                outcome = stage(stages.get(i), input);
            }
            Outcome last = outcome.made();
            groovy.remember(last.value());
            file.ifPresent(target -> session.get().note(target.write(last.value(), last.format())));
            return file.isPresent() ? Result.nothing(ExitCode.of(last.value())) : last.result();
        });
    }

    /** Runs other work under the same rules, such as a script. */
    Result guarded(Supplier<Result> body) {
        try {
            Result result = body.get();
            return result.error() == null && work.get().requested()
                    ? new Result(result.value(), result.format(), result.quiet(), ExitCode.INTERRUPTED, null)
                    : result;
        } catch (Throwable e) { // AssertionError and StackOverflowError of a Groovy line are for the user, too
            return Result.failure(explained(e));
        }
    }

    @Override
    public @Nullable Object call(String name, List<?> positional, Map<String, ?> named) {
        CommandSpec spec = commands.find(name)
                .orElseThrow(() -> DirshException.badInput(
                        "no command '" + name + "'",
                        Suggestions.nearest(name, commands.names()).orElse("help")));
        return made(spec.body().run(binder.bind(spec, positional, named, null), session.get()));
    }

    /** Groovy, the screen and a file get all of it at once. */
    private static @Nullable Object made(@Nullable Object value) {
        return value instanceof Flow<?> flow ? flow.toList() : value;
    }

    private ResultFile resultFile(Redirect target) {
        return ResultFile.of(target.file(), target.append(), session.get());
    }

    /** What a stage gave and how its own words want it shown. */
    private record Outcome(@Nullable Object value, Optional<Format> format, boolean quiet) {
        Result result() {
            return new Result(value, format, quiet, ExitCode.of(value), null);
        }

        Outcome made() {
            return new Outcome(Dispatcher.made(value), format, quiet);
        }
    }

    private Outcome stage(Stage stage, @Nullable Flow<?> input) {
        if (stage instanceof Stage.Call call) {
            return call(call, input);
        }
        if (stage instanceof Stage.Closure closure) {
            List<?> given = groovy.stage(closure.text(), input == null ? List.of() : input.toList());
            Optional<Format> format =
                    closure.format().isEmpty() ? Optional.empty() : Optional.of(Format.parse(closure.format()));
            return new Outcome(given, format, false);
        }
        String code = stage.text();
        unknown.first(code, groovy.variables()).ifPresent(error -> {
            throw error;
        });
        Object value = groovy.evaluate(code);
        // A value that is kept is not a result; its name shows it.
        boolean kept = ASSIGNMENT.matcher(code).matches();
        return new Outcome(kept ? null : value, Optional.empty(), false);
    }

    private Outcome call(Stage.Call call, @Nullable Flow<?> input) {
        CommandSpec spec = call.spec();
        ParsedOptions parsed = parsed(spec, call.words());
        if (parsed.options().containsKey(CommonOptions.HELP.name())) {
            return new Outcome(help.apply(spec), format(parsed), false);
        }
        Map<String, Object> own = new LinkedHashMap<>(parsed.options());
        boolean declared =
                spec.options().stream().anyMatch(option -> option.name().equals(CommonOptions.OUTPUT.name()));
        if (!declared) {
            own.remove(CommonOptions.OUTPUT.name());
        }
        Optional<Format> format = declared ? Optional.empty() : format(parsed);
        Arguments arguments = bound(call, parsed.positional(), own, input);
        Object value = given.noted(spec.name(), spec.body().run(arguments, session.get()));
        return new Outcome(value, format, spec.quiet() && format.isEmpty());
    }

    /** Binds the arguments; for a formula whose end looks like a file the error names the way to write one. */
    private Arguments bound(Stage.Call call, List<?> positional, Map<String, Object> own, @Nullable Flow<?> input) {
        try {
            return binder.bind(call.spec(), positional, own, input);
        } catch (DirshException e) {
            Matcher file = MEANT_AS_FILE.matcher(call.text());
            boolean formula = Stream.concat(call.spec().arguments().stream(), call.spec().options().stream())
                    .anyMatch(parameter -> parameter.kind() == ParameterKind.FORMULA);
            if (!formula || !file.matches()) {
                throw e;
            }
            throw DirshException.badInput(
                    e.problem() + "\nin a formula > compares", file.group(1) + " | export " + file.group(2));
        }
    }

    /** Without a dash there is nothing to sort, and the parser need not be loaded. */
    private ParsedOptions parsed(CommandSpec spec, List<String> words) {
        return words.stream().anyMatch(word -> word.startsWith("-"))
                ? options.get().parse(spec, words)
                : new ParsedOptions(words, Map.of());
    }

    private static Optional<Format> format(ParsedOptions parsed) {
        Object given = parsed.options().get(CommonOptions.OUTPUT.name());
        return given == null ? Optional.empty() : Optional.of(Format.parse(String.valueOf(given)));
    }

    /** The objects for the next stage; whoever takes them can be stopped before each. */
    private Flow<?> objects(@Nullable Object value) {
        if (value == null) {
            return Flow.of(List.of());
        }
        Flow<?> objects = value instanceof Flow<?> flow
                ? flow
                : Flow.of(
                        value instanceof Object[] array
                                ? Arrays.asList(array)
                                : value instanceof Collection<?> several ? new ArrayList<>(several) : List.of(value));
        return objects.until(work.get());
    }

    /** The error for the user: an interruption where one was asked for, else our own where there is one. */
    private Throwable explained(Throwable error) {
        DirshException ours = null;
        boolean interrupted = false;
        for (Throwable each = error; each != null; each = each.getCause()) {
            interrupted |= each instanceof InterruptedException
                    || each instanceof InterruptedIOException
                    || each instanceof ClosedByInterruptException;
            if (ours == null && each instanceof DirshException found) {
                ours = found;
            }
            if (ours == null && each instanceof OutOfMemoryError exhausted && isOfHeap(exhausted)) {
                ours = notEnoughMemory(error);
            }
        }
        if (work.get().requested() && (interrupted || ours == null)) {
            return new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", error);
        }
        return ours != null ? ours : error;
    }

    /** Whether a larger heap helps; threads and class data come from elsewhere. */
    private static boolean isOfHeap(OutOfMemoryError error) {
        String message = String.valueOf(error.getMessage());
        return error.getMessage() == null
                || message.contains("heap")
                || message.contains("GC overhead")
                || message.contains("array size");
    }

    private static DirshException notEnoughMemory(Throwable error) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return DirshException.failed(
                "not enough memory: this needs more than the " + megabytes + " MB that Java may use here",
                "DIRSH_JAVA_OPTS=-Xmx" + 2 * megabytes + "m scripts/dirsh, and the same again",
                error);
    }
}
