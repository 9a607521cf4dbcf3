package dirsh.shell;

import dirsh.report.Format;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a command line ended and what there is to show.
 *
 * @param value an answer, a list of them, any value of Groovy, or null for nothing to show
 * @param format the output format asked for on the line itself; empty for the run's own
 * @param quiet whether the value is for the next stage only and not shown
 * @param code the exit code
 * @param error what went wrong, or null
 */
record Result(@Nullable Object value, Optional<Format> format, boolean quiet, int code, @Nullable Throwable error) {

    /** Nothing to show. */
    static Result nothing(int code) {
        return new Result(null, Optional.empty(), true, code, null);
    }

    /** A failure. */
    static Result failure(Throwable error) {
        return new Result(null, Optional.empty(), true, ExitCode.of(error), error);
    }
}
