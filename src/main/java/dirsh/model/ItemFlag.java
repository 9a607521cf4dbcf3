package dirsh.model;

/** What the Notes API keeps about an item beside its type and value. */
public enum ItemFlag {
    /** In the summary buffer: visible to views, selection formulas and searches. */
    SUMMARY("summary"),
    /** Changing it needs Editor access. */
    PROTECTED("protected"),
    /** Its value is one or more names. */
    NAMES("names"),
    /** Its value lists who may read the document. */
    READERS("readers"),
    /** Its value lists who may edit the document. */
    AUTHORS("authors"),
    /** Part of what a signature covers. */
    SIGNED("signed"),
    /** To be encrypted when the document is. */
    SEAL("seal"),
    /** Encrypted now: its value cannot be judged without the key. */
    SEALED("sealed"),
    /** A name without a value, left by field-level replication. */
    PLACEHOLDER("placeholder");

    private final String word;

    ItemFlag(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
