package dirsh.shell;

/** The exit codes of commands in a row: whether to go on, and what they come to. */
final class Sequence {

    private final boolean keepGoing;
    private int last;
    private int worst;
    private boolean counted;
    private boolean ended;

    /**
     * A sequence without commands so far.
     *
     * @param keepGoing whether it goes on after a command that failed; its code is the worst one then
     */
    Sequence(boolean keepGoing) {
        this.keepGoing = keepGoing;
    }

    /** Counts a command that ended. */
    void add(int code) {
        last = code;
        counted = true;
        worst = Math.max(worst, code);
        ended |= code == ExitCode.INTERRUPTED || (ExitCode.ends(code) && !keepGoing);
    }

    /** Lets no further command follow. */
    void end() {
        ended = true;
    }

    /** Whether any command was counted. */
    boolean counted() {
        return counted;
    }

    boolean ended() {
        return ended;
    }

    /** The exit code of them all. */
    int code() {
        return keepGoing ? worst : last;
    }
}
