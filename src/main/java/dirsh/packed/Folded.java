package dirsh.packed;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** The form of a text in which texts compare: without surrounding blanks, case and ways to compose a character. */
public final class Folded {

    private static final byte[] NOTHING = {};
    private static final char FIRST_COMBINING = 0x300;

    /** What {@link String#strip} takes off, as far as it is ASCII, and the small letters of capitals. */
    private static final boolean[] BLANK = new boolean[1 << 7];

    private static final byte[] SMALL = new byte[1 << 7];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            BLANK[i] = Character.isWhitespace(i);
            SMALL[i] = (byte) Character.toLowerCase(i);
        }
    }

    private Folded() {}

    /** The form as a text. */
    public static String of(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }

    /** The form in UTF-8, to be used as a key; empty for a blank text. */
    public static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b < 0) {
                return beyondAscii(text);
            }
            bytes[i] = SMALL[b];
        }
        int from = 0;
        int to = bytes.length;
        while (from < to && BLANK[bytes[from]]) {
            from++;
        }
        while (from < to && BLANK[bytes[to - 1]]) {
            to--;
        }
        return to - from == bytes.length ? bytes : from == to ? NOTHING : Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] beyondAscii(String text) {
        String stripped = text.strip();
        String composed = isComposed(stripped) ? stripped : Normalizer.normalize(stripped, Normalizer.Form.NFC);
        return composed.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    /** Below the combining characters there is but one way to compose a character (UAX #15, NFC_Quick_Check). */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    /** Whether two texts are the same in that form. */
    public static boolean equal(String one, String other) {
        return one.equals(other) || Arrays.equals(bytes(one), bytes(other));
    }
}
