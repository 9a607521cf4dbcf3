package dirsh.repair;

import java.util.Locale;

/** The save that an intention announces. */
enum Step {
    /** The first save of the toggle. */
    NO,
    /** The save after which the flag reads Yes. */
    YES,
    /** The save that puts the old items back. */
    RESTORE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
