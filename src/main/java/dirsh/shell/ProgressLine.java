package dirsh.shell;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The line on a terminal that shows how far long work is.
 *
 * <p>It appears after half a second, is redrawn in place, and goes away before anything else is printed.
 */
final class ProgressLine {

    private static final long NANOS = 1_000_000_000L;
    private static final long FIRST_AFTER = NANOS / 2;
    private static final long REDRAW_AFTER = NANOS / 10;
    private static final String ERASE = "\r\u001B[K";

    private final PrintStream err;
    private final LongSupplier nanoTime;
    private final Screen screen;
    private String what = "";
    private long began;
    private long drawn;
    private boolean visible;

    ProgressLine(PrintStream err, Screen screen, LongSupplier nanoTime) {
        this.err = err;
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    /** Takes note of how far the work is, and draws it if it is time. */
    synchronized void show(String name, long done, long total) {
        long now = nanoTime.getAsLong();
        if (!name.equals(what) || done == 0) {
            what = name;
            began = now;
        }
        boolean due = visible ? now - drawn >= REDRAW_AFTER : now - began >= FIRST_AFTER;
        if (due) {
            String text = text(done, total, now - began);
            err.print(ERASE
                    + text.substring(
                            0,
                            Math.min(text.length(), Math.max(1, screen.width().getAsInt() - 1))));
            err.flush();
            visible = true;
            drawn = now;
        }
    }

    /** Removes the line. */
    synchronized void clear() {
        if (visible) {
            err.print(ERASE);
            err.flush();
            visible = false;
        }
        what = "";
    }

    private String text(long done, long total, long nanos) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s: %,d", what, done);
        }
        long shown = Math.min(done, total);
        String left = shown == 0 ? "" : ", " + seconds(nanos / shown * (total - shown)) + " left";
        return String.format(Locale.ROOT, "%s: %d %% (%,d of %,d)%s", what, 100 * shown / total, shown, total, left);
    }

    private static String seconds(long nanos) {
        long seconds = (nanos + NANOS - 1) / NANOS;
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
