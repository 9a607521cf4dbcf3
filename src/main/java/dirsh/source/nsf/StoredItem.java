package dirsh.source.nsf;

/**
 * One entry of a note's item table, with where its value begins (nsf-format 10).
 *
 * @param nameIndex into the item names
 * @param flags as on disk
 * @param length of the stored value in bytes
 * @param duplicate tells items of one name apart
 * @param sequence low byte of the note's sequence number at the last change
 * @param start of the value, in the slot for summary items, else in the note's non-summary data
 */
record StoredItem(int nameIndex, int flags, int length, int duplicate, int sequence, long start) {

    static final int SUMMARY = 0x0004;
    static final int READERS = 0x0400;

    private static final int SEAL = 0x0002;
    private static final int TYPE_BY_NAME = 0x0008;
    private static final int PLACEHOLDER = 0x0100;
    private static final int COMPRESSED = 0x8000;

    boolean isSummary() {
        return (flags & SUMMARY) != 0;
    }

    boolean isSeal() {
        return (flags & SEAL) != 0;
    }

    /** Whether the type stands with the name, not at the beginning of the value. */
    boolean isTypeByName() {
        return (flags & TYPE_BY_NAME) != 0;
    }

    boolean isPlaceholder() {
        return (flags & PLACEHOLDER) != 0;
    }

    boolean isCompressed() {
        return (flags & COMPRESSED) != 0;
    }

    /** The note's sequence number at the last change, the latest that fits; 0 if it is not known. */
    int sequenceIn(int noteSequence) {
        return Math.max(0, noteSequence - ((noteSequence - sequence) & 0xFF));
    }
}
