package dirsh.shell;

import dirsh.model.DirshException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** The pager of a terminal: space and b turn the pages, a slash searches, q goes back to the prompt. */
final class TerminalPager implements Pager {

    private final Terminal terminal;
    private final boolean wanted;

    /**
     * A pager.
     *
     * @param wanted false where the user wants everything at once
     */
    TerminalPager(Terminal terminal, boolean wanted) {
        this.terminal = terminal;
        this.wanted = wanted;
    }

    @Override
    public boolean shows(String text) {
        int rows = terminal.getSize().getRows();
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        if (!wanted || dumb || rows <= 0 || text.lines().limit(rows).count() < rows) {
            return false;
        }
        Less less = new Less(terminal, Path.of(""));
        less.chopLongLines = true;
        try {
            less.run(new Source.InputStreamSource(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, "q returns to the prompt"));
        } catch (IOException e) {
            throw DirshException.failed("cannot show the pages: " + DirshException.reason(e), "DIRSH_PAGER=off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
