package dirsh.compare;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a text in which texts compare: without surrounding blanks, case and ways to compose a character. */
final class Folded {

    /** In ASCII there is but one way to compose a character. */
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Folded() {}

    static String of(String text) {
        String stripped = text.strip();
        int all = 0;
        boolean capitals = false;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            all |= c;
            capitals |= c >= 'A' && c <= 'Z';
        }
        if (all < FIRST_BEYOND_ASCII) {
            return capitals ? stripped.toLowerCase(Locale.ROOT) : stripped;
        }
        return Normalizer.normalize(stripped, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether two texts are the same in that form. */
    static boolean equal(String one, String other) {
        return one.equals(other) || of(one).equals(of(other));
    }
}
