package dirsh.source.domino;

import com.mindoo.domino.jna.errors.FormulaCompilationError;
import com.mindoo.domino.jna.errors.NotesError;
import com.mindoo.domino.jna.gc.NotesGC;
import com.mindoo.domino.jna.utils.IDUtils;
import com.mindoo.domino.jna.utils.NotesInitUtils;
import dirsh.model.DirshException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which everything native runs: Notes binds its handles to the thread that opened them.
 *
 * <p>One collection context lasts as long as the thread, since an open database does; every note is recycled by whoever
 * opened it. What Domino JNA prints on this thread goes to standard error, by the thread's name.
 */
final class NotesThread implements AutoCloseable {

    private final Thread thread;
    private final ExecutorService executor;
    private NotesGC.@Nullable DominoGCContext handles;

    private NotesThread() {
        Thread[] made = new Thread[1];
        executor = Executors.newSingleThreadExecutor(work -> {
            made[0] = new Thread(work, Domino.THREAD_NAME);
            made[0].setDaemon(true);
            return made[0];
        });
        executor.execute(() -> {}); // the executor makes its thread with its first work
        thread = made[0];
    }

    /**
     * Starts Notes for this process.
     *
     * @throws DirshException if the native library cannot be loaded, or Notes does not start
     */
    static NotesThread start(NotesInstallation installation) {
        NotesThread thread = new NotesThread();
        String program = installation.program().map(Path::toString).orElse("");
        String ini = installation.ini().map(Path::toString).orElse("");
        try {
            thread.run(() -> {
                NotesInitUtils.notesInitExtended(new String[] {program, "=" + ini});
                thread.handles = NotesGC.initThread();
                return "";
            });
            return thread;
        } catch (RuntimeException e) {
            thread.executor.shutdown();
            throw e;
        }
    }

    /** Switches to the ID of notes.ini with its password; the array is cleared whatever happens. */
    void unlock(char[] password) {
        try {
            run(() -> IDUtils.switchToId("", new String(password), true));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * Does work on the Notes thread and waits for it; at once where that is the calling thread.
     *
     * @throws DirshException for every error of Notes, and where the waiting is interrupted
     */
    <T> T run(Callable<T> work) {
        if (Thread.currentThread() == thread) {
            return translated(work);
        }
        Future<T> result = executor.submit(() -> translated(work));
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", e);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        }
    }

    private static <T> T translated(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception | LinkageError e) {
            throw unchecked(e);
        }
    }

    /** What came out of Notes or of a callback, as an error for the user. */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof FormulaCompilationError formula) {
            return DirshException.badInput(
                    "Domino does not accept the formula: "
                            + NotesFailure.of(formula.getId(), formula.getMessage())
                                    .text(),
                    "help formulas");
        }
        if (thrown instanceof NotesError error) {
            // What a callback threw arrives as the cause of an error without number.
            return error.getCause() != null
                            && NotesFailure.of(error.getId(), "").number() == 0
                    ? unchecked(error.getCause())
                    : NotesFailure.of(error.getId(), error.getMessage()).exception(error);
        }
        if (thrown instanceof LinkageError) {
            return DirshException.failed(
                    "Notes cannot be used: "
                            + String.valueOf(thrown.getMessage()).replaceAll("\\s+", " "),
                    "doctor; DIRSH_NOTES must name the folder of the native library, and the Java be of its kind",
                    thrown);
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : DirshException.failed("Notes cannot be used: " + thrown.getMessage(), "doctor", thrown);
    }

    /** Does something that may be missing from an installation, or from the access the user has. */
    static <T> T orElse(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (NotesError | LinkageError e) {
            return otherwise;
        }
    }

    /** Ends Notes for this process; it cannot be started again. */
    @Override
    public void close() {
        run(() -> {
            if (handles != null) {
                handles.close();
                handles = null;
            }
            NotesInitUtils.notesTerm();
            return "";
        });
        executor.shutdown();
    }
}
