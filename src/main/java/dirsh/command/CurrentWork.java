package dirsh.command;

import dirsh.model.Cancellation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The command that is running, as those see it who may have to stop it.
 *
 * <p>Work is asked first and its thread interrupted only if it does not listen, because an interrupt closes every file
 * channel the thread is using. Work that only computes, such as a Groovy loop, is interrupted {@linkplain #promptly at
 * once}. Work that writes is {@linkplain #shielded shielded} and never interrupted.
 */
public final class CurrentWork implements Supplier<Cancellation> {

    private static final long GRACE_MILLIS = 1_000;
    private static final long AGAIN_MILLIS = 500;

    /** One piece of work and the thread that does it. */
    private static final class Piece {
        final Cancellation cancellation = new Cancellation();
        final Thread thread = Thread.currentThread();
        boolean prompt;
    }

    private @Nullable Piece piece;
    private int shields;
    private boolean stopped;

    /** The request to stop that the running work looks at; between two commands one that nobody asks. */
    @Override
    public synchronized Cancellation get() {
        return piece == null ? new Cancellation() : piece.cancellation;
    }

    /** Does work that can be cancelled, also within other such work; after {@link #stop} it is cancelled from the start. */
    public <T> T during(Supplier<T> work) {
        Piece mine = new Piece();
        Piece around;
        synchronized (this) {
            around = piece;
            piece = mine;
            if (stopped) {
                mine.cancellation.request();
            }
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                piece = around;
                notifyAll();
                // Inside the lock, so that no late interrupt hits the next command.
                Thread.interrupted();
            }
        }
    }

    /** Does a part of the running work that has no file open, so that an interrupt ends it without harm. */
    public <T extends @Nullable Object> T promptly(Supplier<T> part) {
        return as(true, part);
    }

    /** Does a part within {@link #promptly prompt} work that may have files open and is asked first. */
    public <T extends @Nullable Object> T patiently(Supplier<T> part) {
        return as(false, part);
    }

    private <T extends @Nullable Object> T as(boolean prompt, Supplier<T> part) {
        boolean before = enter(prompt);
        try {
            return part.get();
        } finally {
            enter(before);
        }
    }

    private synchronized boolean enter(boolean prompt) {
        Piece mine = piece;
        if (mine == null || mine.thread != Thread.currentThread()) {
            return false;
        }
        boolean before = mine.prompt;
        mine.prompt = prompt;
        if (prompt && mine.cancellation.requested()) {
            mine.thread.interrupt();
        } else if (before && !prompt) {
            Thread.interrupted(); // it was meant for what has ended
        }
        return before;
    }

    /** Does work that must come to its own end once asked to stop, such as saving a document. */
    public <T> T shielded(Supplier<T> work) {
        synchronized (this) {
            shields++;
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                shields--;
            }
        }
    }

    /**
     * Cancels the running work, if there is any.
     *
     * @return whether there was
     */
    public synchronized boolean cancel() {
        Piece asked = piece;
        if (asked == null) {
            return false;
        }
        if (!asked.cancellation.requested()) {
            asked.cancellation.request();
            if (asked.prompt && shields == 0) {
                asked.thread.interrupt();
            }
            Thread insisting = new Thread(() -> insist(asked), "dirsh-cancel");
            insisting.setDaemon(true);
            insisting.start();
        }
        return true;
    }

    /** Cancels the running work and everything that would follow. */
    public synchronized boolean stop() {
        stopped = true;
        return cancel();
    }

    /** Whether everything is to stop. */
    public synchronized boolean stopped() {
        return stopped;
    }

    /** Waits until nothing runs: without end for shielded work, else at most so long. */
    public synchronized void awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (piece != null && (shields > 0 || System.nanoTime() < end)) {
            wait(AGAIN_MILLIS);
        }
    }

    private void insist(Piece asked) {
        long pause = GRACE_MILLIS;
        try {
            while (true) {
                Thread.sleep(pause);
                pause = AGAIN_MILLIS;
                synchronized (this) {
                    if (piece != asked) {
                        return;
                    }
                    if (shields == 0) {
                        asked.thread.interrupt();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
