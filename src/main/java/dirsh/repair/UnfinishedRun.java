package dirsh.repair;

/**
 * A run that waits for the user.
 *
 * @param id names it in commands
 * @param state {@link RunState#INTERRUPTED} or {@link RunState#OPEN}
 * @param left so many documents or people are left, of {@link #of}; negative where that would take long to find out
 * @param of so many documents it planned or people it repaired
 */
public record UnfinishedRun(String id, RunState state, int left, int of) {

    /** Whether it was cut off, rather than waiting for a verification. */
    public boolean isInterrupted() {
        return state == RunState.INTERRUPTED;
    }

    /** The run and what to type, in one line. */
    public String sentence() {
        String count =
                left < 0 ? "" : ", " + left + " of " + of + (isInterrupted() ? " left" : " to be seen in Exchange");
        return "run " + id + ": " + state + count + "; "
                + (isInterrupted() ? "resume " + id : "after the next sync: exchange NEWFILE; verify " + id);
    }
}
