package dirsh.shell;

import dirsh.command.CurrentWork;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** The pager of a terminal: space and b turn the pages, a slash searches, q goes back to the prompt. */
final class TerminalPager implements Pager {

    private final Terminal terminal;
    private final Screen screen;
    private final CurrentWork work;

    /**
     * A pager.
     *
     * @param screen how much is seen at once
     * @param work what Ctrl-C ends
     */
    TerminalPager(Terminal terminal, Screen screen, CurrentWork work) {
        this.terminal = terminal;
        this.screen = screen;
        this.work = work;
    }

    @Override
    public boolean shows(PackedLines text) {
        int height = screen.height().getAsInt();
        // The last line is for the prompt.
        if (height <= 0
                || new ScreenLines(text.beginning(height), screen.width().getAsInt()).fit(height - 1)) {
            return false;
        }
        work.promptly(() -> pages(text));
        return true;
    }

    private boolean pages(PackedLines text) {
        Less less = new Less(terminal, Path.of(""));
        less.chopLongLines = true;
        try {
            less.run(new Source.InputStreamSource(text.bytes(), true, "q returns to the prompt"));
        } catch (IOException e) {
            throw DirshException.failed("cannot show the pages: " + DirshException.reason(e), "DIRSH_PAGER=off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
