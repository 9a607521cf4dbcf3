package dirsh.report;

/**
 * How many columns a text takes on a terminal.
 *
 * <p>East Asian wide and full-width characters and emoji take two (Unicode Standard Annex 11), combining marks none;
 * emoji that are joined, or carry a skin tone or the emoji selector, count as the one picture modern terminals draw.
 */
final class DisplayWidth {

    private static final int JOINER = 0x200D;
    private static final int EMOJI_SELECTOR = 0xFE0F;

    /** First and last code point of each range of width two, in ascending order; from EastAsianWidth.txt. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18D08, 0x1AFF0, 0x1B2FB, 0x1F004,
        0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337,
        0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8,
        0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A,
        0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0,
        0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EF, 0x1F6F4, 0x1F6FF, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C,
        0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD,
    };

    private DisplayWidth() {}

    /** The columns the text takes. */
    static int of(String text) {
        int width = 0;
        int previous = 0;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            width += step(previous, code);
            previous = code;
            i += Character.charCount(code);
        }
        return width;
    }

    /** The longest beginning of the text that takes at most so many columns; marks stay with their letter. */
    static String beginning(String text, int columns) {
        int width = 0;
        int previous = 0;
        int i = 0;
        while (i < text.length()) {
            int code = text.codePointAt(i);
            width += step(previous, code);
            if (width > columns) {
                break;
            }
            previous = code;
            i += Character.charCount(code);
        }
        // A joiner at the cut would glue the ellipsis to the picture before it.
        return previous == JOINER && i < text.length() ? text.substring(0, i - 1) : text.substring(0, i);
    }

    /** The columns a character adds after the one before it. */
    private static int step(int previous, int code) {
        if (code == EMOJI_SELECTOR) {
            return of(previous) == 1 && Character.getType(previous) == Character.OTHER_SYMBOL ? 1 : 0;
        }
        boolean skinTone = code >= 0x1F3FB && code <= 0x1F3FF;
        if (previous == JOINER || (skinTone && of(previous) == 2)) {
            return 0;
        }
        return of(code);
    }

    private static int of(int code) {
        if (code < 0x300) {
            return 1;
        }
        int type = Character.getType(code);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (code >= 0x1160 && code <= 0x11FF)) {
            return 0;
        }
        return isWide(code) ? 2 : 1;
    }

    private static boolean isWide(int code) {
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            if (code > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else if (code < WIDE[2 * middle]) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
