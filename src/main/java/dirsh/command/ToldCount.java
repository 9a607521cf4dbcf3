package dirsh.command;

/** How far a pass is, as the console is told: by the source where it knows, else by the number of what was found. */
final class ToldCount {

    /** Between two words to the console where the source does not know how far it is. */
    private static final int STEP = 1000;

    private final String what;
    private final Console console;
    private long found;
    private boolean told;

    /**
     * A pass that begins.
     *
     * @param name of what is read
     */
    ToldCount(String name, Console console) {
        this.what = "reading " + name;
        this.console = console;
    }

    /** Takes note that one more was found. */
    void found() {
        found++;
        if (!told && found % STEP == 0) {
            console.progress(what, found, 0);
        }
    }

    /** Hands on what the source tells. */
    void passed(long done, long total, String unit) {
        told = true;
        console.progress(what + ", " + unit, done, total);
    }
}
