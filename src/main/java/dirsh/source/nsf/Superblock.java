package dirsh.source.nsf;

import java.util.Optional;

/**
 * The newest superblock: where the buckets are, and the current content of the last data RRV bucket (nsf-format 5, 7).
 *
 * @param summary where the summary buckets are
 * @param nonSummary where the non-summary buckets are
 * @param newestRrv what replaces the RRV bucket of the same first id, if it is there
 */
record Superblock(BucketPositions summary, BucketPositions nonSummary, Optional<NsfBytes> newestRrv) {

    /** With a payload that is enough for the bucket lists of a database of 64 GB. */
    private static final StoredBlock.Layout LAYOUT =
            new StoredBlock.Layout("superblock", 0x000E, 100, 10, 60, 64, 68, 64 << 20);

    private static final Pages SUMMARY = new Pages(8206, 570, 224, 14);
    private static final Pages NON_SUMMARY = new Pages(8198, 812, 70, 6);
    private static final int BITMAP = 20;

    /**
     * How bucket descriptors are laid out on pages.
     *
     * @param size of a page in bytes
     * @param entries at most on a page
     * @param first where the first entry is
     * @param entrySize in bytes
     */
    private record Pages(int size, int entries, int first, int entrySize) {}

    /** The newest intact superblock. */
    static Superblock read(NsfFile file, NsfHeader header) throws NsfDamage {
        return StoredBlock.newest(file, header.superblocks(), LAYOUT, Superblock::of);
    }

    private static Superblock of(StoredBlock block) throws NsfDamage {
        NsfBytes payload = block.payload();
        long summaryPages = block.field(70);
        long nonSummaryPages = block.field(74);
        long at = 0;
        BucketPositions summary = positions(payload, at, summaryPages, block.field(14), SUMMARY);
        at += summaryPages * SUMMARY.size();
        BucketPositions nonSummary = positions(payload, at, nonSummaryPages, block.field(18), NON_SUMMARY);
        at += nonSummaryPages * NON_SUMMARY.size() + block.field(22) * BITMAP;
        long rrvSize = block.field(26);
        Optional<NsfBytes> newest = Optional.empty();
        if (rrvSize == RrvBucket.SIZE) {
            NsfBytes copy = payload.part(at, rrvSize);
            newest = Optional.of(NsfBytes.of(copy.copy(), block.offset()));
        } else if (rrvSize != 0) {
            throw new NsfDamage(block.offset(), "a superblock holds an RRV bucket of a wrong size");
        }
        return new Superblock(summary, nonSummary, newest);
    }

    private static BucketPositions positions(NsfBytes payload, long from, long pages, long count, Pages layout)
            throws NsfDamage {
        payload.part(from, pages * layout.size());
        if (count > pages * layout.entries()) {
            throw new NsfDamage(payload.place(0), "a superblock lists more buckets than its pages hold");
        }
        int[] positions = new int[(int) count];
        for (int i = 0; i < positions.length; i++) {
            long page = from + (long) (i / layout.entries()) * layout.size();
            positions[i] =
                    (int) payload.u32(page + layout.first() + (long) (i % layout.entries()) * layout.entrySize());
        }
        return new BucketPositions(positions);
    }
}
