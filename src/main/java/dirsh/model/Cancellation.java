package dirsh.model;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request to stop, looked at once per record by everything that may take long.
 *
 * <p>It may be asked from any thread; it is never taken back.
 */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks the work to stop at its next record. */
    public void request() {
        requested.set(true);
    }

    /** Whether somebody asked. */
    public boolean requested() {
        return requested.get();
    }

    /**
     * Ends the work if somebody asked.
     *
     * @throws DirshException with outcome {@code INTERRUPTED}
     */
    public void check() {
        if (requested.get()) {
            throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", null);
        }
    }
}
