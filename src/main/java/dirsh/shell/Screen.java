package dirsh.shell;

import java.util.function.IntSupplier;

/**
 * Where the answers appear.
 *
 * @param prompt whether somebody sits at a prompt
 * @param colour whether colours are wanted
 * @param unicode whether it shows characters beyond ASCII
 * @param width its columns
 * @param height its lines; 0 where nothing can be drawn over what is there
 */
record Screen(boolean prompt, boolean colour, boolean unicode, IntSupplier width, IntSupplier height) {

    /** The columns to assume where there is no terminal. */
    static final int DEFAULT_WIDTH = 120;

    /** A file or a pipe. */
    static Screen none() {
        return new Screen(false, false, true, () -> DEFAULT_WIDTH, () -> 0);
    }
}
