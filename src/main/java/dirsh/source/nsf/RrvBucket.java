package dirsh.source.nsf;

/** A bucket that leads from note ids to slots (nsf-format 7). */
final class RrvBucket {

    static final int SIZE = 4096;

    private static final int SIGNATURE = 0x06;
    private static final int FIRST_ID = 6;
    private static final int CHECKSUM = 18;
    private static final int HEADER = 32;
    private static final int ENTRY = 8;
    private static final int ID_STEP = 4;
    private static final int NO_BUCKET = 0xFFFFFF;
    private static final int NO_POSITION = 0x7FFFFFFF;
    private static final int SLOT = 0x7FF;

    private final NsfBytes bytes;

    /** Takes what its entries lead to. */
    interface Targets {

        /** A slot of a summary bucket; both numbers count from 1. */
        void slot(int noteId, int bucket, int slot);

        /** Something in the file that is no slot. */
        void object(int id, long offset);
    }

    /** A bucket on its own or in a superblock. */
    RrvBucket(NsfBytes bytes) {
        this.bytes = bytes;
    }

    int firstId() {
        return bytes.known32(FIRST_ID);
    }

    boolean hasSignature() {
        return bytes.known8(0) == SIGNATURE;
    }

    /** Whether the checksum is right; that of the copy in the superblock never is. */
    boolean isIntact() throws NsfDamage {
        return Checksum.of(bytes, HEADER, SIZE) == bytes.known32(CHECKSUM);
    }

    long offset() {
        return bytes.place(0);
    }

    /** Follows all entries that are in use. */
    void visit(Targets targets) {
        int id = firstId();
        for (int at = HEADER; at + ENTRY <= SIZE; at += ENTRY, id += ID_STEP) {
            int first = bytes.known32(at);
            if (first < 0) {
                int bucket = first & NO_BUCKET;
                if (bucket != 0 && bucket != NO_BUCKET) {
                    targets.slot(id, bucket, bytes.known32(at + Integer.BYTES) & SLOT);
                }
            } else if (first != 0 && first != NO_POSITION) {
                targets.object(id, Positions.offset(first));
            }
        }
    }
}
