package dirsh.connector;

import java.util.Locale;

/** What somebody reads in "Foreign directory sync allowed". */
public enum FlagReading {
    YES,
    NO,
    /** An item is there and empty. For the connector that is a No (KB Q184623). */
    BLANK;

    /** The word of the JSON output. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
