package dirsh.model;

/** What a note is beside its items. */
public enum NoteFlag {
    /** The loser of a replication or save conflict. */
    CONFLICT,
    /** A response to another document. */
    RESPONSE,
    /** Not stored as a whole here: an item may be absent for that reason alone. */
    TRUNCATED,
    /** A profile or named note: never a data document. */
    NAMED
}
