package dirsh.diagnose;

/** What a stored value says about the flag, whatever its type. */
enum Says {
    YES,
    NO,
    /** A value that is empty. */
    BLANK,
    /** No value at all. */
    NOTHING,
    /** A value that is neither Yes nor No, or cannot be read. */
    UNCLEAR
}
