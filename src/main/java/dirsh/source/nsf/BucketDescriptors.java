package dirsh.source.nsf;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest bucket descriptor block (BDB): where the RRV buckets are, and the item names (nsf-format 6).
 *
 * @param rrvBuckets in stored order
 * @param names what items are called
 */
record BucketDescriptors(List<Listed> rrvBuckets, ItemNames names) {

    /** With a payload that is enough for as many names as there can be and a million RRV buckets; the names keep it. */
    private static final StoredBlock.Layout LAYOUT =
            new StoredBlock.Layout("bucket descriptor block", 0x0001, 66, 6, 10, 14, 4, 16 << 20);

    private static final int ENTRY = 8;

    /**
     * An RRV bucket in the list.
     *
     * @param offset in bytes
     * @param firstId the note id of its first entry
     */
    record Listed(long offset, int firstId) {}

    /** The newest intact block. */
    static BucketDescriptors read(NsfFile file, NsfHeader header) throws NsfDamage {
        return StoredBlock.newest(file, header.descriptors(), LAYOUT, block -> of(file, block));
    }

    private static BucketDescriptors of(NsfFile file, StoredBlock block) throws NsfDamage {
        NsfBytes payload = block.payload();
        long count = block.field(38);
        if (count > file.size() / RrvBucket.SIZE + 1) {
            throw new NsfDamage(block.offset(), "more RRV buckets are listed than the file can hold");
        }
        NsfBytes list = payload.part(0, count * ENTRY);
        List<Listed> buckets = new ArrayList<>((int) count);
        for (long at = 0; at < list.length(); at += ENTRY) {
            // Bit 0 of the position only says that the bucket holds no data.
            buckets.add(new Listed(Positions.offset(list.u32(at) & ~1L), (int) list.u32(at + 4)));
        }
        return new BucketDescriptors(buckets, ItemNames.read(payload, count * ENTRY, block.field(26), block.field(34)));
    }
}
