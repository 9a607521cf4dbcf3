package dirsh.connector;

import dirsh.model.ItemValue;

/**
 * Text as stored, seen through the layout of a DXL export.
 *
 * <p>A raw line end inside a text element is layout; a line end of the value is exported as a break element. So
 * line ends at the edges of a value count only where the export did not mark them as raw.
 */
public final class WithoutLayout {

    private WithoutLayout() {}

    /** The first text, without raw line ends at its edges. */
    public static String text(ItemValue.Texts texts) {
        String text = texts.values().get(0);
        if (!texts.rawLineEnd()) {
            return text;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isLineEnd(text.charAt(from))) {
            from++;
        }
        while (to > from && isLineEnd(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
