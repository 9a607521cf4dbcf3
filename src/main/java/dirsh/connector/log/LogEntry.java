package dirsh.connector.log;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a connector's log, whose text may go over several lines.
 *
 * @param time when, on the connector's clock; null where the line has none
 * @param task which part of the connector
 * @param level 1 error, 2 warning, 3 and more information
 * @param code what happened
 * @param text the details
 * @param line where the entry begins in the file, from 1
 */
public record LogEntry(@Nullable LocalDateTime time, String task, int level, int code, String text, long line) {

    /** The level of an error. */
    static final int ERROR = 1;

    /** Whether it is of that code. */
    boolean is(LogCode known) {
        return code == known.number();
    }
}
