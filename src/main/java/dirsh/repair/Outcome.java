package dirsh.repair;

import java.util.Locale;

/** What became of one planned document, by the journal. */
public enum Outcome {
    /** Nothing was saved. */
    UNTOUCHED,
    /** The first save of the toggle was begun or made; the document may stand at No. */
    AT_NO,
    /** Changed as planned, or found already so. */
    DONE,
    /** Not changed, for the reason given. */
    REFUSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
