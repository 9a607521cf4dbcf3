package dirsh.source.dxl;

import java.util.Arrays;

/**
 * The bytes from the end of an item's value, or from its tag if that is empty, to the next value: end tags, white space and
 * the next opening.
 *
 * <p>It belongs to the opening it follows. Equal bytes behind an equal opening mean the same, since reading them looks at
 * nothing else.
 */
final class Passage {

    private final byte[] bytes;
    private final ItemOpening to;
    private final int lines;
    private final int lastLine;

    /**
     * A passage.
     *
     * @param to the opening it ends with
     * @param lines how many lines end in it
     * @param lastLine where the last of these lines ends
     */
    Passage(byte[] bytes, ItemOpening to, int lines, int lastLine) {
        this.bytes = bytes;
        this.to = to;
        this.lines = lines;
        this.lastLine = lastLine;
    }

    /** The opening it ends with. */
    ItemOpening to() {
        return to;
    }

    /** Whether it stands here. */
    boolean at(byte[] all, int from) {
        int end = from + bytes.length;
        return end <= all.length && Arrays.equals(all, from, end, bytes, 0, bytes.length);
    }

    /** Passes over it. */
    int pass(PlainMarkup markup, int from) {
        if (lines > 0) {
            markup.lines(lines, from + lastLine);
        }
        return from + bytes.length;
    }
}
