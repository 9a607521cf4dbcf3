package dirsh.entry.ldif;

import dirsh.entry.EntryFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The logical lines of an LDIF file: folded lines are put together, comments are passed over.
 *
 * <p>The bytes of a line stand in a buffer that the next line overwrites. A line that is not folded is never copied.
 */
final class LdifLines {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 26;

    private final EntryFile file;
    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private boolean ended;
    private byte[] unfolded = new byte[1 << 12];
    private int[] foldEnds = new int[4];
    private int folds;
    private boolean folded;
    private int from;
    private int to;
    private long line;
    private long linesRead;

    /** All bits of the bytes of the logical line: negative if one of them is no ASCII. */
    private byte bits;

    LdifLines(EntryFile file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Goes to the next logical line, which may be empty; false at the end of the file. */
    boolean next() throws IOException {
        do {
            bits = 0;
            if (!physical()) {
                return false;
            }
            line = linesRead;
            folded = false;
            if (from < to) {
                unfold();
            }
        } while (from < to && bytes()[from] == '#');
        return true;
    }

    /** The buffer the line stands in. */
    byte[] bytes() {
        return folded ? unfolded : buffer;
    }

    /** Whether all characters of the line are ASCII. */
    boolean isAscii() {
        return bits >= 0;
    }

    /** Where the line begins in the buffer. */
    int from() {
        return from;
    }

    /** Where the line ends in the buffer, without its line end. */
    int to() {
        return to;
    }

    /** The line of the file on which the logical line begins. */
    long line() {
        return line;
    }

    /** The line of the file on which a position of the logical line stands. */
    long lineOf(int position) {
        return line + fold(position);
    }

    /** The column of a position of the logical line in its line of the file. */
    long columnOf(int position) {
        int fold = fold(position);
        return fold == 0 ? position - from + 1L : position - foldEnds[fold - 1] + 2L;
    }

    private int fold(int position) {
        int fold = 0;
        while (folded && fold < folds && foldEnds[fold] <= position) {
            fold++;
        }
        return fold;
    }

    /** Puts the lines together that go on behind a blank. */
    private void unfold() throws IOException {
        folds = 0;
        int length = 0;
        while (isFolded()) {
            if (!folded) {
                folded = true;
                length = append(0);
            }
            if (folds == foldEnds.length) {
                foldEnds = Arrays.copyOf(foldEnds, folds * 2);
            }
            foldEnds[folds++] = length;
            physical();
            from++;
            length = append(length);
        }
        if (folded) {
            from = 0;
            to = length;
        }
    }

    private int append(int length) {
        int end = length + to - from;
        if (end > unfolded.length) {
            if (end > LONGEST_LINE) {
                throw tooLong(linesRead);
            }
            unfolded = Arrays.copyOf(unfolded, Math.max(end, unfolded.length * 2));
        }
        System.arraycopy(buffer, from, unfolded, length, to - from);
        return end;
    }

    private RuntimeException tooLong(long at) {
        return file.bad(at, 1, "a value of more than 64 MiB", "an LDIF export of the recipients alone");
    }

    private boolean isFolded() throws IOException {
        return (next < filled || more(folded ? next : from)) && buffer[next] == ' ';
    }

    /** Goes to the next line of the file; false at its end. */
    private boolean physical() throws IOException {
        from = next;
        to = next;
        while (true) {
            to = lineEnd(to);
            if (to < filled) {
                next = to + 1;
                break;
            }
            if (!more(from)) {
                next = to;
                if (from == to) {
                    return false;
                }
                break;
            }
        }
        if (to > from && buffer[to - 1] == '\r') {
            to--;
        }
        linesRead++;
        return true;
    }

    /** The next line feed of the buffer, or its end. */
    private int lineEnd(int start) {
        byte[] bytes = buffer;
        int end = filled;
        int at = start;
        byte b;
        int all = bits;
        while (at < end && (b = bytes[at]) != '\n') {
            all |= b;
            at++;
        }
        bits = (byte) all;
        return at;
    }

    /** Reads more, and moves what is still needed to the begin of the buffer for that; false at the end of the file. */
    private boolean more(int keep) throws IOException {
        if (ended) {
            return false;
        }
        int kept = filled - keep;
        if (kept == buffer.length) {
            if (kept >= LONGEST_LINE) {
                throw tooLong(linesRead + 1);
            }
            buffer = Arrays.copyOf(buffer, kept * 2);
        } else {
            System.arraycopy(buffer, keep, buffer, 0, kept);
        }
        from -= keep;
        to -= keep;
        next -= keep;
        filled = kept;
        int read = in.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(0, read);
        return !ended;
    }
}
