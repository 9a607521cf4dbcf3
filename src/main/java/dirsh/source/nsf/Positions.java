package dirsh.source.nsf;

/** File positions, which the format counts in units of 256 bytes (nsf-format 1). */
final class Positions {

    /** The byte offset of the position that means none, besides 0. */
    static final long NONE = 0xFFFFFFFFL << 8;

    /** The unit in bytes. */
    static final int UNIT = 256;

    private Positions() {}

    /** The byte offset of a position. */
    static long offset(long position) {
        return (position & 0xFFFFFFFFL) << 8;
    }
}
