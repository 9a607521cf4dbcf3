package dirsh.shell;

import java.util.function.IntSupplier;

/**
 * Where the answers appear.
 *
 * @param prompt whether somebody sits at a prompt
 * @param colour whether colours are wanted
 * @param unicode whether it shows characters beyond ASCII
 * @param width its columns
 */
record Screen(boolean prompt, boolean colour, boolean unicode, IntSupplier width) {

    /** The columns to assume where there is no terminal. */
    static final int DEFAULT_WIDTH = 120;

    /** A file or a pipe. */
    static Screen none() {
        return new Screen(false, false, true, () -> DEFAULT_WIDTH);
    }
}
