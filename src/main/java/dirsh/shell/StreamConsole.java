package dirsh.shell;

import dirsh.command.Console;
import dirsh.model.DirshException;
import dirsh.report.Format;
import dirsh.report.Renderer;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console on standard error; on a terminal it shows progress and can ask. */
final class StreamConsole implements Console {

    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final PrintStream err;
    private final boolean colour;
    private final @Nullable ProgressLine progress;
    private final Asking asking;
    private final Renderer text = new Renderer(Format.TABLE, 0, false, true);

    /**
     * A console.
     *
     * @param colour whether errors are red
     * @param progress null where there is no terminal
     */
    StreamConsole(PrintStream err, boolean colour, @Nullable ProgressLine progress, Asking asking) {
        this.err = err;
        this.colour = colour;
        this.progress = progress;
        this.asking = asking;
    }

    @Override
    public void note(String line) {
        print(line, false);
    }

    @Override
    public void warn(String line) {
        print("warning: " + line, false);
    }

    @Override
    public void progress(String what, long done, long total) {
        if (progress != null) {
            progress.show(what, done, total);
        }
    }

    @Override
    public Optional<String> ask(String question) {
        clearProgress();
        return asking.line(question);
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        clearProgress();
        return asking.secret(question);
    }

    /** Says in two lines what went wrong and what to try. */
    void error(Throwable error, String tryForDetails) {
        if (error instanceof DirshException ours) {
            print(ours.problem().strip(), true);
            if (!ours.tryThis().isEmpty()) {
                print("try: " + ours.tryThis(), false);
            }
            return;
        }
        String message = error.getMessage();
        String name = error.getClass().getSimpleName();
        print(
                message == null || message.isBlank()
                        ? name
                        : name + ": " + message.strip().lines().findFirst().orElse(""),
                true);
        print("try: " + tryForDetails, false);
    }

    /** Makes room for other output. */
    void clearProgress() {
        if (progress != null) {
            progress.clear();
        }
    }

    /** Prints a line with whatever would act on the terminal written out. */
    private void print(String line, boolean error) {
        clearProgress();
        String shown = text.render(line);
        if (error && colour) {
            shown = RED + shown.stripTrailing() + PLAIN + "\n";
        }
        err.print(shown.isEmpty() ? "\n" : shown);
        err.flush();
    }
}
