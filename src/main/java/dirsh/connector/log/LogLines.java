package dirsh.connector.log;

import dirsh.model.Cancellation;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, each cut to a length, so that a file without line ends takes no more memory than another. Whether to
 * stop is asked after so many characters, however few lines they make.
 */
final class LogLines {

    private static final int LONGEST = 1 << 14;
    private static final int CHECK_EVERY = 1 << 16;

    private final Reader reader;
    private final Cancellation cancellation;
    private long passed;
    private long number;

    LogLines(Reader reader, Cancellation cancellation) {
        this.reader = reader;
        this.cancellation = cancellation;
    }

    /** The next line without its end, or null behind the last one. */
    @Nullable
    String next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n') {
            if (c != '\r' && line.length() < LONGEST) {
                line.append((char) c);
            }
            c = read();
        }
        return line.toString();
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    private int read() throws IOException {
        passed++;
        if (passed % CHECK_EVERY == 0) {
            cancellation.check();
        }
        return reader.read();
    }
}
