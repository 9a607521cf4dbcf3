package dirsh.shell;

import dirsh.report.Format;
import dirsh.report.Renderer;
import java.io.PrintStream;

/** Prints results, on standard output and nowhere else, and errors through the console. */
final class Output {

    private final PrintStream out;
    private final StreamConsole console;
    private final Screen screen;
    private final Format format;

    /**
     * An output.
     *
     * @param format how to show what asks for no format of its own
     */
    Output(PrintStream out, StreamConsole console, Screen screen, Format format) {
        this.out = out;
        this.console = console;
        this.screen = screen;
        this.format = format;
    }

    /** Shows what a command line came to. */
    void show(Result result) {
        if (result.error() != null) {
            console.error(result.error(), screen.prompt() ? "trace" : "the same with --keep-going -c trace behind it");
            return;
        }
        Format wanted = result.format().orElse(format);
        if (result.value() == null || result.quiet()) {
            return;
        }
        String text = new Renderer(wanted, screen.width().getAsInt(), screen.colour(), screen.unicode())
                .render(result.value());
        console.clearProgress();
        out.print(text);
        out.flush();
    }

    /** Whether nobody reads the output any more, as behind {@code | head}. */
    boolean closed() {
        return out.checkError();
    }
}
