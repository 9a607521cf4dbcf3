package dirsh.shell;

import dirsh.command.CurrentWork;
import dirsh.model.DirshException;
import java.util.List;
import java.util.function.Supplier;

/** Runs texts of command lines one after the other and shows what they come to. */
final class Runner {

    private final LineParser parser;
    private final Dispatcher dispatcher;
    private final Output output;
    private final CurrentWork work;
    private final ShellState state;

    Runner(LineParser parser, Dispatcher dispatcher, Output output, CurrentWork work, ShellState state) {
        this.parser = parser;
        this.dispatcher = dispatcher;
        this.output = output;
        this.work = work;
        this.state = state;
    }

    /** Runs the lines of a text as part of a sequence. A text that cannot be read is not run at all. */
    void run(String text, Sequence sequence) {
        List<Line> lines;
        try {
            lines = parser.parse(text);
        } catch (DirshException e) {
            finish(Result.failure(e), sequence);
            return;
        }
        for (Line line : lines) {
            if (sequence.ended()) {
                return;
            }
            if (parser.isCallNow(line)) {
                run(line.text(), sequence);
            } else {
                runOne(() -> dispatcher.run(line), sequence);
            }
        }
    }

    /** Runs one piece of work as part of a sequence. */
    void runOne(Supplier<Result> body, Sequence sequence) {
        if (work.stopped() || output.closed()) {
            sequence.add(ExitCode.INTERRUPTED);
            return;
        }
        // Showing belongs to the work: a long table can be cancelled, and a signal waits for its end.
        work.during(() -> {
            Result result = dispatcher.guarded(body);
            finish(result, sequence);
            return result;
        });
        if (state.leaving()) {
            sequence.end();
        }
    }

    private void finish(Result result, Sequence sequence) {
        if (result.error() != null) {
            state.failed(result.error());
        }
        Result shown = dispatcher.guarded(() -> {
            output.show(result);
            return result;
        });
        if (shown.error() != null && result.error() == null) {
            output.show(shown);
            state.failed(shown.error());
        }
        if (!state.leaving()) {
            sequence.add(shown.code());
        }
    }
}
