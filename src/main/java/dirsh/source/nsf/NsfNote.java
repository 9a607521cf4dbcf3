package dirsh.source.nsf;

import dirsh.model.Unid;

/** One note as its slot holds it: the header, and where items begin (nsf-format 9). */
final class NsfNote {

    /** The size of a deletion stub, which has no items. */
    static final int STUB_SIZE = 64;

    static final int HEADER = 100;
    static final int ITEM = 8;

    private static final int SIGNATURE = 0x0004;
    private static final int NAMED = 0x0200;
    private static final int GHOST = 0x0040;
    private static final int INLINE = 0x2000;
    private static final int CLASS = 0x7FFF;
    private static final int DOCUMENT = 1;

    private final NsfBytes slot;
    private final boolean torn;

    private NsfNote(NsfBytes slot, boolean torn) {
        this.slot = slot;
        this.torn = torn;
    }

    /**
     * The note in a slot, its header and item table checked to be inside of it.
     *
     * @param noteId the id that led here
     */
    static NsfNote read(Bucket bucket, int slotNumber, int noteId) throws NsfDamage {
        NsfBytes slot = bucket.slot(slotNumber);
        if (slot.length() < STUB_SIZE || slot.u16(0) != SIGNATURE) {
            throw new NsfDamage(slot.place(0), "there is no note where its id leads");
        }
        if (slot.u32(2) != slot.length()) {
            throw new NsfDamage(slot.place(0), "it has another size than its slot");
        }
        if (slot.u32(6) != (noteId & 0xFFFFFFFFL)) {
            throw new NsfDamage(slot.place(0), "another note is where its id leads");
        }
        NsfNote note = new NsfNote(slot, bucket.isTorn());
        if (!note.isStub() && (slot.length() < HEADER || slot.length() < note.valuesStart())) {
            throw new NsfDamage(slot.place(0), "its items do not fit into its slot");
        }
        return note;
    }

    boolean isStub() {
        return slot.length() == STUB_SIZE;
    }

    /** Whether its bucket holds sectors of different writes. */
    boolean isTorn() {
        return torn;
    }

    int noteId() {
        return slot.known32(6);
    }

    Unid unid() {
        return unid(slot, 10);
    }

    /** An id as stored: file part, then note part, each in little-endian order. */
    static Unid unid(NsfBytes bytes, int at) {
        return new Unid(bytes.known64(at), bytes.known64(at + Long.BYTES));
    }

    int sequence() {
        return slot.known32(26);
    }

    long sequenceTime() {
        return slot.known64(30);
    }

    int status() {
        return slot.known16(38);
    }

    int noteClass() {
        return slot.known16(40);
    }

    long modified() {
        return slot.known64(42);
    }

    int itemCount() {
        return slot.known16(50);
    }

    long nonSummaryIdentifier() {
        return slot.known32(56) & 0xFFFFFFFFL;
    }

    long nonSummarySize() {
        return slot.known32(60) & 0xFFFFFFFFL;
    }

    boolean isNonSummaryInline() {
        return (status() & INLINE) != 0;
    }

    long addedToFile() {
        return slot.known64(72);
    }

    /** Whether it responds to another note. */
    boolean hasParent() {
        return slot.known32(80) != 0;
    }

    /** Whether its class says document, named or not. */
    boolean isOfDocumentClass() {
        return (noteClass() & CLASS) == DOCUMENT;
    }

    boolean isNamed() {
        return (status() & NAMED) != 0;
    }

    /** Whether it is a document with data rather than a profile, a design note or an empty stand-in. */
    boolean isData() {
        return isOfDocumentClass() && !isNamed() && !((status() & GHOST) != 0 && itemCount() == 0);
    }

    /** Where the summary values begin. */
    int valuesStart() {
        return HEADER + ITEM * itemCount();
    }

    NsfBytes slot() {
        return slot;
    }
}
