package dirsh.shell;

import dirsh.model.DirshException;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/** A line typed without being shown, kept in no text and in one array only. */
final class SecretLine {

    private static final int END_OF_TEXT = 3;
    private static final int END_OF_TRANSMISSION = 4;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private SecretLine() {}

    /**
     * What is typed up to the end of the line; empty where the input ends first.
     *
     * @throws DirshException with outcome {@code INTERRUPTED} at Ctrl-C
     */
    static Optional<char[]> read(Reader typed) throws IOException {
        char[] secret = new char[32];
        int length = 0;
        try {
            for (int c = typed.read(); c != '\n' && c != '\r'; c = typed.read()) {
                if (c == END_OF_TEXT) {
                    throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", null);
                }
                if (c < 0 || (c == END_OF_TRANSMISSION && length == 0)) {
                    return Optional.empty();
                }
                if (c == BACKSPACE || c == DELETE) {
                    length = Math.max(0, length - 1);
                } else {
                    if (length == secret.length) {
                        char[] larger = Arrays.copyOf(secret, length * 2);
                        Arrays.fill(secret, '\0');
                        secret = larger;
                    }
                    secret[length++] = (char) c;
                }
            }
            return Optional.of(Arrays.copyOf(secret, length));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
