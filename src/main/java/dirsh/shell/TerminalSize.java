package dirsh.shell;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The width of the terminal behind standard output, asked without taking the terminal over. */
final class TerminalSize {

    private TerminalSize() {}

    /** Its columns, or the usual width if it does not tell. */
    static int width() {
        try {
            int width = TerminalProvider.load("jni").systemStreamWidth(SystemStream.Output);
            return width > 0 ? width : Screen.DEFAULT_WIDTH;
        } catch (IOException | RuntimeException | LinkageError e) {
            return Screen.DEFAULT_WIDTH;
        }
    }
}
