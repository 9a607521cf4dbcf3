package dirsh.compare;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a text in which texts compare: without surrounding blanks, case and ways to compose a character. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        String stripped = text.strip();
        String composed = isAscii(stripped) ? stripped : Normalizer.normalize(stripped, Normalizer.Form.NFC);
        return composed.toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= text.charAt(i);
        }
        return all < 0x80;
    }

    /** Whether two texts are the same in that form. */
    static boolean equal(String one, String other) {
        return one.equals(other) || of(one).equals(of(other));
    }
}
