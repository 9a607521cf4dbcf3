package dirsh.compare;

/** What a sync does to a person it does not leave as it is. */
enum Fate {
    /** An entry is made. */
    ADDED,
    /** The entry is changed. */
    MODIFIED,
    /** The entry is removed. */
    DELETED,
    /** The person is passed over. */
    SKIPPED
}
