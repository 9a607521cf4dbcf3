package dirsh.source.dxl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tags and text read off the bytes of a UTF-8 text as far as they are plain XML 1.0 without namespaces.
 *
 * <p>Everything is checked: legal characters, valid UTF-8, quoted and different attributes, end tags that spell their start
 * tags, references to characters. What is legal but rarely written (comments, CDATA, processing instructions, prefixes,
 * references in attributes, names beyond ASCII) and what is wrong ends in {@link NotPlain} alike: the full parser decides. So
 * nothing here may be more lenient than XML; it may only be stricter.
 *
 * <p>A method takes the index where its construct begins and gives the index behind it. Zero bytes end the text, see
 * {@link ByteWindow}. Lines are counted on the way.
 */
final class PlainMarkup {

    /** What {@link #text} met: a raw line end, a carriage return, a reference, a character beyond ASCII. */
    static final int LINE_END = 1;

    static final int RETURN = 2;
    static final int REFERENCE = 4;
    static final int WIDE = 8;

    /** More attributes are not plain. */
    private static final int ATTRIBUTES = 24;

    private static final byte[] XMLNS = "xmlns".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1];
    private long offset;
    private long line = 1;
    private long lineStart;
    private int stopped;
    private int met;

    private boolean empty;
    private int nameEnd;
    private int attributes;
    private final int[] names = new int[2 * ATTRIBUTES];
    private final int[] values = new int[2 * ATTRIBUTES];

    /** Something the full parser has to look at. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** From now on the bytes of a window are read. */
    void in(ByteWindow window) {
        bytes = window.bytes();
        offset = window.offset();
    }

    byte[] bytes() {
        return bytes;
    }

    /** File offset of index 0. */
    long offset() {
        return offset;
    }

    /** Where lines are counted from: the line of a file offset, and where the line begins. */
    void line(long number, long start) {
        line = number;
        lineStart = start;
    }

    long line() {
        return line;
    }

    /** File offset of the first byte of the current line. */
    long lineStart() {
        return lineStart;
    }

    /** Counts line ends of bytes that were not read one by one. */
    void lines(int count, int lastLine) {
        line += count;
        lineStart = offset + lastLine;
    }

    /** Where the last {@link #failure} was. */
    int stopped() {
        return stopped;
    }

    /** What is thrown where bytes are not plain. */
    NotPlain failure(int at) {
        stopped = at;
        return new NotPlain();
    }

    /** What the last text held beside plain ASCII. */
    int met() {
        return met;
    }

    /** Passes over characters up to the next {@code <}. */
    int text(int from) {
        byte[] all = bytes;
        byte[] kinds = PlainBytes.IN_TEXT;
        int at = from;
        met = 0;
        while (true) {
            int kind = kinds[all[at] & 0xFF];
            while (kind == 0) {
                kind = kinds[all[++at] & 0xFF];
            }
            if (kind == PlainBytes.LESS) {
                return at;
            }
            at = special(at, kind);
        }
    }

    private int special(int at, int kind) {
        switch (kind) {
            case PlainBytes.FEED -> {
                met |= LINE_END;
                return feed(at);
            }
            case PlainBytes.CARRIAGE -> {
                met |= LINE_END | RETURN;
                return carriage(at);
            }
            case PlainBytes.AMPERSAND -> {
                met |= REFERENCE;
                return reference(at);
            }
            case PlainBytes.BEYOND -> {
                met |= WIDE;
                return wide(at);
            }
            case PlainBytes.BRACKET -> {
                if (bytes[at + 1] == ']' && bytes[at + 2] == '>') {
                    throw failure(at);
                }
                return at + 1;
            }
            default -> throw failure(at);
        }
    }

    private int feed(int at) {
        line++;
        lineStart = offset + at + 1;
        return at + 1;
    }

    private int carriage(int at) {
        if (bytes[at + 1] != '\n') {
            line++;
            lineStart = offset + at + 1;
        }
        return at + 1;
    }

    private int reference(int at) {
        int end = PlainCharacters.reference(bytes, at);
        if (end < 0) {
            throw failure(at);
        }
        return end;
    }

    private int wide(int at) {
        int length = PlainCharacters.wide(bytes, at);
        if (length == 0) {
            throw failure(at);
        }
        return at + length;
    }

    /** Passes over white space. */
    int space(int from) {
        int at = from;
        while (true) {
            switch (bytes[at]) {
                case ' ', '\t' -> at++;
                case '\n' -> at = feed(at);
                case '\r' -> at = carriage(at);
                default -> {
                    return at;
                }
            }
        }
    }

    /** Reads a start tag; what it says is asked for afterwards. */
    int startTag(int from) {
        byte[] all = bytes;
        int at = name(expect('<', from));
        nameEnd = at;
        attributes = 0;
        while (true) {
            int next = space(at);
            if (all[next] == '>') {
                empty = false;
                return next + 1;
            }
            if (all[next] == '/') {
                empty = true;
                return expect('>', next + 1);
            }
            if (next == at) {
                throw failure(at);
            }
            at = attribute(next);
        }
    }

    private int attribute(int from) {
        byte[] all = bytes;
        if (attributes == ATTRIBUTES) {
            throw failure(from);
        }
        int to = name(from);
        int at = space(expect('=', space(to)));
        byte quote = all[at];
        if (quote != '\'' && quote != '"') {
            throw failure(at);
        }
        int value = ++at;
        while (all[at] != quote) {
            if (all[at] < 0) {
                at = wide(at);
            } else if (PlainBytes.IN_VALUE[all[at]]) {
                at++;
            } else {
                throw failure(at);
            }
        }
        unique(from, to);
        names[2 * attributes] = from;
        names[2 * attributes + 1] = to;
        values[2 * attributes] = value;
        values[2 * attributes + 1] = at;
        attributes++;
        return at + 1;
    }

    private void unique(int from, int to) {
        for (int i = 0; i < attributes; i++) {
            if (Arrays.equals(bytes, from, to, bytes, names[2 * i], names[2 * i + 1])) {
                throw failure(from);
            }
        }
        if (is(from, to, XMLNS)) {
            throw failure(from);
        }
    }

    private int name(int from) {
        byte[] all = bytes;
        int at = from;
        byte first = all[at];
        if (first < 0 || !PlainBytes.IN_NAME[first] || first == '-' || first == '.' || (first >= '0' && first <= '9')) {
            throw failure(at);
        }
        while (all[at] >= 0 && PlainBytes.IN_NAME[all[at]]) {
            at++;
        }
        return at;
    }

    private int expect(char wanted, int at) {
        if (bytes[at] != wanted) {
            throw failure(at);
        }
        return at + 1;
    }

    /** Whether the last start tag was an empty element, which has no end tag. */
    boolean isEmpty() {
        return empty;
    }

    /** Where the name of the last start tag ends. */
    int nameEnd() {
        return nameEnd;
    }

    /** Whether these bytes spell a word. */
    boolean is(int from, int to, byte[] word) {
        return to - from == word.length && Arrays.equals(bytes, from, to, word, 0, word.length);
    }

    /** Whether a word stands here. */
    boolean at(int from, byte[] word) {
        int to = from + word.length;
        return to <= bytes.length && Arrays.equals(bytes, from, to, word, 0, word.length);
    }

    /** How many attributes the last start tag had. */
    int attributes() {
        return attributes;
    }

    String attributeName(int index) {
        return ascii(names[2 * index], names[2 * index + 1]);
    }

    String attributeValue(int index) {
        return utf8(values[2 * index], values[2 * index + 1]);
    }

    /** Where the name of an attribute begins. */
    int attributeStart(int index) {
        return names[2 * index];
    }

    int attributeEnd(int index) {
        return names[2 * index + 1];
    }

    /** Where the value of an attribute begins. */
    int valueStart(int index) {
        return values[2 * index];
    }

    int valueEnd(int index) {
        return values[2 * index + 1];
    }

    /** The characters of the text that was read last. */
    String decoded(int from, int to) {
        if (met == 0) {
            return ascii(from, to);
        }
        return (met & (RETURN | REFERENCE)) == 0 ? utf8(from, to) : PlainCharacters.text(bytes, from, to);
    }

    String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    String utf8(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Reads the end tag of an element of this name. */
    int endTag(int from, byte[] source, int nameFrom, int nameTo) {
        int name = expect('/', expect('<', from));
        int at = name + nameTo - nameFrom;
        if (at > bytes.length || !Arrays.equals(bytes, name, at, source, nameFrom, nameTo)) {
            throw failure(name);
        }
        return expect('>', space(at));
    }

    /** The same for a name on its own. */
    int endTag(int from, byte[] name) {
        return endTag(from, name, 0, name.length);
    }
}
