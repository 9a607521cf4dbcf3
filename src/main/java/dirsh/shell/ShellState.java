package dirsh.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shell's own commands and the loop that runs them share. */
final class ShellState {

    private volatile boolean leaving;
    private volatile @Nullable Throwable lastError;
    private volatile @Nullable String lastTyped;
    private volatile @Nullable String next;

    /** Ends the shell after the command that is running. */
    void leave() {
        leaving = true;
    }

    boolean leaving() {
        return leaving;
    }

    /** Keeps an error for {@code trace}. */
    void failed(Throwable error) {
        lastError = error;
    }

    /** The last error of a command. */
    Optional<Throwable> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** Keeps a line as the history does, without secrets; {@code edit} finds it and writes it to a file. */
    void typed(String line) {
        if (!Editor.isCalledBy(line)) {
            lastTyped = PromptHistory.masked(line);
        }
    }

    /** The line before the one that is running; empty at the first. */
    Optional<String> lastTyped() {
        return Optional.ofNullable(lastTyped);
    }

    /** Makes a text run after the command that is running, as if it had been typed. */
    void runNext(String text) {
        next = text;
    }

    /** The text to run now, once. */
    Optional<String> takeNext() {
        Optional<String> taken = Optional.ofNullable(next);
        next = null;
        return taken;
    }
}
