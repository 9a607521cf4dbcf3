package dirsh.shell;

import java.util.Iterator;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/**
 * A text as lines of a screen, of which a long line of the text takes several.
 *
 * @param text what is to be shown
 * @param width the columns of the screen
 */
record ScreenLines(String text, int width) {

    /** Whether the text fits into so many lines of the screen; no more of it is looked at. */
    boolean fit(int height) {
        return fitting(height) == text.lines().limit(height + 1L).count();
    }

    /** The text, or the beginning that fits into so many lines of the screen, the last of which tells what is left out. */
    String cut(int height) {
        if (fit(height)) {
            return text;
        }
        long shown = fitting(height - 1);
        long left = text.lines().count() - shown;
        return text.lines().limit(shown).map(line -> line + "\n").collect(Collectors.joining()) + "(" + left
                + (left == 1 ? " more line)\n" : " more lines)\n");
    }

    /** How many lines of the text fit. */
    private long fitting(int height) {
        long lines = 0;
        int taken = 0;
        for (Iterator<String> each = text.lines().iterator(); each.hasNext(); lines++) {
            int columns = AttributedString.fromAnsi(each.next()).columnLength();
            taken += Math.max(1, (columns + width - 1) / width);
            if (taken > height) {
                break;
            }
        }
        return lines;
    }
}
