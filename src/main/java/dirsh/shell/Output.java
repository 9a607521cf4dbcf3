package dirsh.shell;

import dirsh.report.Format;
import dirsh.report.Renderer;
import java.io.IOException;
import java.io.PrintStream;

/** Prints results, on standard output and nowhere else, and errors through the console. */
final class Output {

    /** To the upper left corner, and everything behind it erased. */
    private static final String CLEARED = "\u001B[H\u001B[2J";

    private final PrintStream out;
    private final StreamConsole console;
    private final Screen screen;
    private final Format format;
    private final Pager pager;

    /**
     * An output.
     *
     * @param format how to show what asks for no format of its own
     * @param pager gets what is longer than the screen
     */
    Output(PrintStream out, StreamConsole console, Screen screen, Format format, Pager pager) {
        this.out = out;
        this.console = console;
        this.screen = screen;
        this.format = format;
        this.pager = pager;
    }

    /** Shows what a command line came to. */
    void show(Result result) {
        if (result.error() != null) {
            console.error(result.error(), screen.prompt() ? "trace" : "the same with --keep-going -c trace behind it");
            return;
        }
        if (result.value() == null || result.quiet()) {
            return;
        }
        write(result, pager);
    }

    private Renderer renderer(Result result) {
        return new Renderer(
                result.format().orElse(format), screen.width().getAsInt(), screen.colour(), screen.unicode());
    }

    /** Prints a result while it is made, however much there is of it; what may come in pages, once it is made. */
    private void write(Result result, Pager paging) {
        HeldText text = new HeldText(out, console);
        try {
            if (paging == Pager.NONE) {
                renderer(result).write(result.value(), text);
            } else {
                PackedLines lines = new PackedLines();
                renderer(result).write(result.value(), lines);
                console.clearProgress();
                if (paging.shows(lines)) {
                    return;
                }
                lines.writeTo(text);
            }
            text.print();
        } catch (IOException e) {
            // Nobody reads it: as behind "| head", that is no error, and whoever asks is told so.
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Whether somebody sits there who can end what is shown again and again. */
    boolean attended() {
        return screen.prompt();
    }

    /** Shows a result that is watched: drawn over the one before and cut to the screen, where that can be drawn over. */
    void redraw(String heading, Result result) {
        if (!attended()) {
            write(result, Pager.NONE);
            return;
        }
        String text = renderer(result).render(result.value());
        console.clearProgress();
        int height = screen.height().getAsInt();
        if (height <= 0) {
            print(heading + "\n\n" + text + "\n");
        } else {
            String whole = heading + "\n\n" + text;
            // The last line is for what ends it.
            print(CLEARED + new ScreenLines(whole, screen.width().getAsInt()).cut(height - 1));
        }
    }

    /** Whether nobody reads the output any more, as behind {@code | head}. */
    boolean closed() {
        return out.checkError();
    }
}
