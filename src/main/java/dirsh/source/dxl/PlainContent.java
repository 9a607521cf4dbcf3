package dirsh.source.dxl;

import java.util.Arrays;

/**
 * Passes over elements of plain bytes that nobody asked for: everything in them is checked, nothing is kept.
 *
 * <p>Only so many different names are met here as the full parser would bear, see {@link NameSample}.
 */
final class PlainContent {

    private static final int LEVELS = 64;
    private static final int MOST_NAMES = 500;

    private final PlainMarkup markup;
    private final int[] starts = new int[LEVELS];
    private final int[] ends = new int[LEVELS];
    private final byte[][] names = new byte[2048][];
    private int known;
    private long counted;

    PlainContent(PlainMarkup markup) {
        this.markup = markup;
    }

    /** Reads a start tag. */
    int startTag(int from) {
        int end = markup.startTag(from);
        know(from + 1, markup.nameEnd());
        if (markup.attributes() > 0) {
            know(markup.attributeStart(0), markup.attributeEnd(0));
        }
        return end;
    }

    /**
     * Passes over the content and the end tag of an element.
     *
     * @param name where the name of the element is
     * @param leaf how many levels below the element's parent its characters begin to count
     */
    int skip(int from, byte[] name, int nameFrom, int nameTo, int leaf) {
        int depth = 0;
        int at = from;
        counted = 0;
        while (true) {
            int end = markup.text(at);
            if (depth + 1 >= leaf) {
                counted += (long) end - at;
            }
            byte[] bytes = markup.bytes();
            if (bytes[end + 1] != '/') {
                at = startTag(end);
                if (!markup.isEmpty()) {
                    if (depth == LEVELS) {
                        throw markup.failure(end);
                    }
                    starts[depth] = end + 1;
                    ends[depth] = markup.nameEnd();
                    depth++;
                }
            } else if (depth == 0) {
                return markup.endTag(end, name, nameFrom, nameTo);
            } else {
                depth--;
                at = markup.endTag(end, bytes, starts[depth], ends[depth]);
            }
        }
    }

    /** How many bytes the characters took that count. */
    long counted() {
        return counted;
    }

    private void know(int from, int to) {
        byte[] bytes = markup.bytes();
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 11) & names.length - 1;
        byte[] name = names[slot];
        while (name != null) {
            if (markup.is(from, to, name)) {
                return;
            }
            slot = slot + 1 & names.length - 1;
            name = names[slot];
        }
        if (++known > MOST_NAMES) {
            throw markup.failure(from);
        }
        names[slot] = Arrays.copyOfRange(bytes, from, to);
    }
}
