package dirsh.repair;

import java.util.Locale;

/** How far a run is. */
public enum RunState {
    /** Applied, but not everybody was seen in Exchange yet: a live book, or a verification that missed somebody. */
    OPEN,
    /** Nothing is left to do: verified, or written to an export, from which nobody appears anywhere. */
    FINISHED,
    /** Killed or stopped before its end: to be resumed. */
    INTERRUPTED,
    /** Taken back. */
    UNDONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
