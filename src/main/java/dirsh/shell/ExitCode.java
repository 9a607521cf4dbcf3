package dirsh.shell;

import dirsh.model.Answer;
import dirsh.model.DirshException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The exit codes of commands and of the shell. */
final class ExitCode {

    /** Nothing left to do. */
    static final int DONE = 0;
    /** Wrong usage or bad input. */
    static final int BAD_INPUT = 2;
    /** The work itself failed. */
    static final int FAILED = 3;
    /** The user or the system asked to stop. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The code an answer stands for; the highest of a list's. */
    static int of(@Nullable Object value) {
        if (value instanceof Answer answer) {
            return answer.exitCode();
        }
        int highest = DONE;
        if (value instanceof Collection<?> values) {
            for (Object each : values) {
                if (each instanceof Answer answer) {
                    highest = Math.max(highest, answer.exitCode());
                }
            }
        }
        return highest;
    }

    /** The code of a failure. */
    static int of(Throwable error) {
        return error instanceof DirshException ours
                ? switch (ours.outcome()) {
                    case BAD_INPUT -> BAD_INPUT;
                    case FAILED -> FAILED;
                    case INTERRUPTED -> INTERRUPTED;
                }
                : FAILED;
    }

    /** Whether a sequence ends after a command of that code. */
    static boolean ends(int code) {
        return code >= BAD_INPUT;
    }
}
