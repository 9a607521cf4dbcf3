package dirsh.source.nsf;

/** Where the non-summary values of a note are: in its slot, in a bucket of their own or in the file (nsf-format 10). */
final class NonSummaryData {

    private static final int OBJECT = 0x0010;
    private static final int OBJECT_HEADER = 68;
    private static final int NUMBER = 0xFFFFFF;
    private static final int SLOT = 0x7F;

    private final NsfFile file;
    private final BucketList buckets;

    NonSummaryData(NsfFile file, BucketList buckets) {
        this.file = file;
        this.buckets = buckets;
    }

    /** How many bytes of values a note says it has room for. */
    static long room(NsfNote note) {
        if (note.nonSummaryIdentifier() == 0 || note.nonSummarySize() == 0) {
            return 0;
        }
        return note.nonSummarySize() - (isInline(note) ? 0 : OBJECT_HEADER);
    }

    private static boolean isInline(NsfNote note) {
        return !isInBucket(note) && note.isNonSummaryInline();
    }

    private static boolean isInBucket(NsfNote note) {
        return (int) note.nonSummaryIdentifier() < 0;
    }

    /** Opens a note's values; the header before them must name this note (invariant 9). */
    Values of(NsfNote note) throws NsfDamage {
        if (room(note) <= 0) {
            return (start, length) -> note.slot().part(0, 0);
        }
        if (isInBucket(note)) {
            NsfBytes slot = slot(note);
            checkHeader(slot, note);
            return (start, length) -> slot.part(OBJECT_HEADER + start, length);
        }
        if (isInline(note)) {
            NsfBytes values = note.slot().part(note.nonSummaryIdentifier(), note.nonSummarySize());
            return values::part;
        }
        long offset = Positions.offset(note.nonSummaryIdentifier());
        checkHeader(file.bytes(offset, OBJECT_HEADER), note);
        return (start, length) -> file.bytes(offset + OBJECT_HEADER + start, length);
    }

    private NsfBytes slot(NsfNote note) throws NsfDamage {
        int identifier = (int) note.nonSummaryIdentifier();
        Bucket bucket = buckets.bucket(identifier & NUMBER);
        if (bucket.isTorn()) {
            throw new NsfDamage(bucket.offset(), "its bucket holds sectors of different writes");
        }
        NsfBytes slot = bucket.slot((identifier >>> 24) & SLOT);
        if (slot.length() != (note.nonSummarySize() + 3 & ~3L)) {
            throw new NsfDamage(slot.place(0), "their slot has another size than the note says");
        }
        return slot;
    }

    private static void checkHeader(NsfBytes object, NsfNote note) throws NsfDamage {
        if (object.u16(0) != OBJECT) {
            throw new NsfDamage(object.place(0), "there is no non-summary object where the note says");
        }
        if (object.u32(2) != note.nonSummarySize()) {
            throw new NsfDamage(object.place(0), "the non-summary object has another size than the note says");
        }
        if ((int) object.u32(6) != note.noteId()) {
            throw new NsfDamage(object.place(0), "the non-summary object belongs to another note");
        }
    }

    /** The values of one note, one after the other. */
    @FunctionalInterface
    interface Values {
        NsfBytes part(long start, long length) throws NsfDamage;
    }
}
