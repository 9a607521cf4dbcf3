package dirsh.source.dxl;

import java.util.Arrays;

/** What each byte is in text, in the value of an attribute and in a name. */
final class PlainBytes {

    /** What a byte of text is that has to be looked at; 0 is for all others. */
    static final byte LESS = 1;

    static final byte AMPERSAND = 2;
    static final byte BRACKET = 3;
    static final byte FEED = 4;
    static final byte CARRIAGE = 5;

    /** Part of a character beyond ASCII. */
    static final byte BEYOND = 6;

    private static final byte ILLEGAL = 7;

    /** By each byte, without sign. */
    static final byte[] IN_TEXT = inText();

    /** Whether a byte of ASCII may stand in the value of an attribute as it is. */
    static final boolean[] IN_VALUE = inValue();

    /** Whether a byte of ASCII may stand in a name. */
    static final boolean[] IN_NAME = inName();

    private PlainBytes() {}

    private static byte[] inText() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 0, ' ', ILLEGAL);
        Arrays.fill(kinds, 0x80, 0x100, BEYOND);
        kinds['\t'] = 0;
        kinds['\n'] = FEED;
        kinds['\r'] = CARRIAGE;
        kinds['<'] = LESS;
        kinds['&'] = AMPERSAND;
        kinds[']'] = BRACKET;
        return kinds;
    }

    private static boolean[] inValue() {
        boolean[] legal = new boolean[128];
        Arrays.fill(legal, ' ', 128, true);
        legal['<'] = false;
        legal['&'] = false;
        return legal;
    }

    private static boolean[] inName() {
        boolean[] legal = new boolean[128];
        Arrays.fill(legal, 'a', 'z' + 1, true);
        Arrays.fill(legal, 'A', 'Z' + 1, true);
        Arrays.fill(legal, '0', '9' + 1, true);
        legal['_'] = true;
        legal['-'] = true;
        legal['.'] = true;
        return legal;
    }
}
