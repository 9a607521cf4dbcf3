package dirsh.source;

/** What a kind of address book can show or do. */
public enum BookFeature {
    /** Types and flags of items. */
    ITEM_DETAILS,
    /** The sequence number of each item. */
    ITEM_SEQUENCE,
    /** What is left of deleted documents: a scan shows their stubs. */
    DELETION_STUBS,
    /** Changes can be saved. */
    SAVES,
    /** A save reaches the Domino Directory itself rather than an export of it. */
    LIVE
}
