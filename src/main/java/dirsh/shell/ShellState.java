package dirsh.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shell's own commands and the loop that runs them share. */
final class ShellState {

    private volatile boolean leaving;
    private volatile @Nullable Throwable lastError;

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
}
