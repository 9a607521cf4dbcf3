package dirsh.source.dxl;

import java.nio.charset.StandardCharsets;

/** Characters beyond plain ASCII as they lie in bytes: sequences of UTF-8 and references. */
final class PlainCharacters {

    private static final String[] NAMED = {"amp;", "lt;", "gt;", "quot;", "apos;"};
    private static final char[] MEANT = {'&', '<', '>', '"', '\''};
    private static final int DIGITS = 7;

    private PlainCharacters() {}

    /** How many bytes the character takes that begins here; 0 if they are not UTF-8 or no character of XML. */
    static int wide(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        if (first < 0xC2 || !follows(second)) {
            return 0;
        }
        if (first < 0xE0) {
            return 2;
        }
        int third = bytes[at + 2] & 0xFF;
        if (!follows(third)) {
            return 0;
        }
        if (first < 0xF0) {
            int code = (first & 0xF) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
            return code >= 0x800 && isCharacter(code) ? 3 : 0;
        }
        int code = (first & 0x7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | (bytes[at + 3] & 0x3F);
        return first < 0xF8 && follows(bytes[at + 3] & 0xFF) && code >= 0x10000 && isCharacter(code) ? 4 : 0;
    }

    private static boolean follows(int value) {
        return (value & 0xC0) == 0x80;
    }

    /** Whether XML 1.0 allows the character (section 2.2). */
    private static boolean isCharacter(int code) {
        if (code < 0x20) {
            return code == '\t' || code == '\n' || code == '\r';
        }
        return code < 0xD800 || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
    }

    /** The index behind the reference that begins here; -1 if it is none to a character, or not plain. */
    static int reference(byte[] bytes, int at) {
        int end = referenceEnd(bytes, at);
        return end > 0 && isCharacter(referred(bytes, at, end)) ? end : -1;
    }

    private static int referenceEnd(byte[] bytes, int at) {
        for (int i = at + 2; i < at + 4 + DIGITS && i < bytes.length; i++) {
            if (bytes[i] == ';') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The character a reference stands for; -1 if it is none. */
    static int referred(byte[] bytes, int at, int end) {
        if (bytes[at + 1] != '#') {
            String name = new String(bytes, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
            for (int i = 0; i < NAMED.length; i++) {
                if (NAMED[i].equals(name)) {
                    return MEANT[i];
                }
            }
            return -1;
        }
        boolean hexadecimal = bytes[at + 2] == 'x';
        int from = at + (hexadecimal ? 3 : 2);
        int radix = hexadecimal ? 16 : 10;
        int code = 0;
        for (int i = from; i < end - 1; i++) {
            int digit = digit(bytes[i], radix);
            if (digit < 0) {
                return -1;
            }
            code = code * radix + digit;
        }
        return from < end - 1 ? code : -1;
    }

    /** The value of a digit in ASCII, of 16 at most; -1 if it is none. */
    static int digit(byte b, int radix) {
        int digit = b >= 'a' ? b - 'a' + 10 : b >= 'A' ? b - 'A' + 10 : b <= '9' ? b - '0' : -1;
        return digit < radix ? digit : -1;
    }

    /**
     * The text in bytes that were checked before, as XML means it: a carriage return is a line feed, alone or with one behind
     * it, and a reference is its character.
     */
    static String text(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int done = from;
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == '&') {
                append(text, bytes, done, at);
                int end = referenceEnd(bytes, at);
                text.appendCodePoint(referred(bytes, at, end));
                at = end;
                done = end;
            } else if (b == '\r') {
                append(text, bytes, done, at);
                text.append('\n');
                at += at + 1 < to && bytes[at + 1] == '\n' ? 2 : 1;
                done = at;
            } else {
                at++;
            }
        }
        append(text, bytes, done, to);
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes, int from, int to) {
        text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
}
