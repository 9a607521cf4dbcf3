package dirsh.source;

/**
 * How a live book is opened; a book that is a file takes none of it.
 *
 * @param thorough whether a scan opens every document instead of those whose flag is not plainly Yes
 * @param replicaHere whether a replica may be written that is local or not the administration server's
 */
public record OpenOptions(boolean thorough, boolean replicaHere) {

    /** What is meant where nothing was said. */
    public static final OpenOptions DEFAULT = new OpenOptions(false, false);
}
