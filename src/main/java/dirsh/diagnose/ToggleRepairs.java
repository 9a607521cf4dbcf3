package dirsh.diagnose;

import java.util.Locale;

/** Whether setting No, saving, setting Yes and saving again repairs the document. */
public enum ToggleRepairs {
    YES,
    NO,
    /** It would, but whether it should is for the administrator to say. */
    DECISION;

    /** The word of the JSON output. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
