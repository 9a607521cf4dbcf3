package dirsh.shell;

import dirsh.command.Arguments;
import dirsh.command.CommandSpec;
import dirsh.command.CurrentWork;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.PipeEnds;
import dirsh.command.PipeKind;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command line that runs again and again: redrawn at a prompt until Ctrl-C, else shown so many times. */
final class Watch {

    private static final double USUAL_SECONDS = 2;
    private static final long SLICE_MILLIS = 50;

    private final LineParser parser;
    private final Dispatcher dispatcher;
    private final Output output;
    private final CurrentWork work;

    Watch(LineParser parser, Dispatcher dispatcher, Output output, CurrentWork work) {
        this.parser = parser;
        this.dispatcher = dispatcher;
        this.output = output;
        this.work = work;
    }

    /** Its declaration. */
    static CommandSpec command(Supplier<Watch> watch) {
        return new CommandSpec(
                "watch",
                "Shell",
                "Show a command's answer again and again",
                "Ctrl-C ends it. Away from a prompt it runs once, or as often as --times says; the options stand"
                        + " before the command.",
                List.of(new Parameter(
                        "command",
                        ParameterKind.COMMAND_LINE,
                        "a command line, such as status",
                        true,
                        false,
                        List.of())),
                List.of(
                        new Parameter(
                                "every",
                                ParameterKind.DECIMAL,
                                "seconds in between; 2 if left out",
                                false,
                                false,
                                List.of()),
                        new Parameter("times", ParameterKind.NUMBER, "how often to run it", false, false, List.of())),
                PipeEnds.giving(PipeKind.NOTHING),
                true,
                List.of(),
                "built in",
                (arguments, session) -> watch.get().run(arguments));
    }

    /** Runs the line by the arguments of the command; gives the last value, which stands for the exit code. */
    @Nullable
    Object run(Arguments arguments) {
        String text = String.valueOf(arguments.get("command"));
        List<Line> lines = parser.parse(text);
        lines.forEach(Watch::refuseSilent);
        if (lines.size() != 1) {
            throw DirshException.badInput("watch takes one command line", "watch status");
        }
        double seconds = arguments.get("every") instanceof Double every ? every : USUAL_SECONDS;
        int times = arguments.get("times") instanceof Integer given ? given : output.attended() ? Integer.MAX_VALUE : 1;
        String heading =
                "every " + String.valueOf(seconds).replaceFirst("\\.0$", "") + " s: " + text + "   (Ctrl-C ends it)";
        Cancellation cancellation = work.get();
        Object value = null;
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                pause(seconds, cancellation);
            }
            Result result = dispatcher.run(lines.get(0));
            if (result.error() instanceof RuntimeException error) {
                throw error;
            }
            output.redraw(heading, result);
            value = result.value();
        }
        return value;
    }

    /** What gives nothing has nothing to look at: it opens, writes or leaves. */
    private static void refuseSilent(Line line) {
        line.target().ifPresent(target -> {
            throw DirshException.badInput("watch shows what it runs and writes no file", line.text());
        });
        for (Stage stage : line.stages()) {
            if (stage instanceof Stage.Call call
                    && (call.spec().quiet() || call.spec().pipe().gives() == PipeKind.NOTHING)) {
                throw DirshException.badInput(
                        call.spec().name() + " shows nothing that could be watched", "watch status, or watch runs");
            }
        }
    }

    private static void pause(double seconds, Cancellation cancellation) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try {
            while (System.nanoTime() < end) {
                cancellation.check();
                Thread.sleep(SLICE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", e);
        }
    }
}
