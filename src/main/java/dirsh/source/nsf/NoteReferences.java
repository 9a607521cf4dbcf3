package dirsh.source.nsf;

import dirsh.model.Cancellation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where every note is, in the order of buckets and slots: 12 bytes a note, so that millions of them fit.
 *
 * <p>A place is packed into a long: bucket number, slot number and the index of the note id.
 */
final class NoteReferences {

    private static final int INDEX_BITS = 29;
    private static final int SLOT_BITS = 11;
    private static final int NOTE_SIGNATURE = 0x0004;

    private long[] places = new long[512];
    private int[] ids = new int[512];
    private int size;
    private final int most;

    /**
     * @param most more references than this are not taken
     */
    private NoteReferences(int most) {
        this.most = most;
    }

    private static NoteReferences of(NsfFile file) {
        // No two references share a slot, and none is smaller than a deletion stub.
        return new NoteReferences((int) Math.min(file.size() / NsfNote.STUB_SIZE + 1, 1 << INDEX_BITS));
    }

    /** The references in the RRV buckets; the copy in the superblock replaces the bucket of its first id. */
    static NoteReferences read(
            NsfFile file, BucketDescriptors descriptors, Optional<NsfBytes> newest, NsfProblems problems) {
        NoteReferences references = of(file);
        Optional<RrvBucket> copy = newest.map(RrvBucket::new);
        if (copy.isPresent() && !copy.get().hasSignature()) {
            problems.add(copy.get().offset(), "the RRV bucket in the superblock is none; its notes may be missing");
            copy = Optional.empty();
        }
        Set<Long> seen = new HashSet<>();
        for (BucketDescriptors.Listed listed : descriptors.rrvBuckets()) {
            boolean replaced = copy.isPresent() && copy.get().firstId() == listed.firstId();
            if (!replaced && seen.add(listed.offset())) {
                try {
                    references.take(file, onDisk(file, listed, problems), problems);
                } catch (NsfDamage e) {
                    problems.add(e.offset(), "an RRV bucket cannot be read (" + e.text() + "); its notes are missing");
                }
            }
        }
        copy.ifPresent(bucket -> references.take(file, bucket, problems));
        references.sort();
        return references;
    }

    /** The notes that stand in the slots of all buckets, where nothing else leads to them. */
    static NoteReferences carved(NsfFile file, BucketList buckets, Cancellation cancellation) {
        NoteReferences references = of(file);
        for (int number = 1; number <= buckets.count(); number++) {
            if (buckets.has(number)) {
                cancellation.check();
                try {
                    references.take(buckets.bucket(number), number);
                } catch (NsfDamage e) {
                    // A bucket that was carved once and cannot be read again has become shorter: nothing to refer to.
                }
            }
        }
        references.sort();
        return references;
    }

    private static RrvBucket onDisk(NsfFile file, BucketDescriptors.Listed listed, NsfProblems problems)
            throws NsfDamage {
        RrvBucket bucket = new RrvBucket(file.bytes(listed.offset(), RrvBucket.SIZE));
        if (!bucket.hasSignature()) {
            throw new NsfDamage(listed.offset(), "it has another signature");
        }
        if (bucket.firstId() != listed.firstId()) {
            problems.add(listed.offset(), "an RRV bucket has another first note id than its list says");
        }
        if (!bucket.isIntact()) {
            problems.add(listed.offset(), "the checksum of an RRV bucket is wrong; it is used all the same");
        }
        return bucket;
    }

    private void take(NsfFile file, RrvBucket bucket, NsfProblems problems) {
        bucket.visit(new RrvBucket.Targets() {
            @Override
            public void slot(int noteId, int number, int slot) {
                if (!add(noteId, number, slot)) {
                    problems.once(bucket.offset(), "more notes are referred to than the file can hold");
                }
            }

            @Override
            public void object(int id, long offset) {
                try {
                    if (file.bytes(offset, 2).u16(0) == NOTE_SIGNATURE) {
                        problems.add(
                                offset,
                                "note " + NsfProblems.id(id) + " is stored outside a bucket, in an unknown way");
                    }
                } catch (NsfDamage e) {
                    problems.add(e.offset(), "object " + NsfProblems.id(id) + ": " + e.text());
                }
            }
        });
    }

    private void take(Bucket bucket, int number) throws NsfDamage {
        for (int slot = 1; slot <= bucket.slots(); slot++) {
            if (bucket.isUsed(slot)) {
                NsfBytes content = bucket.slot(slot);
                if (content.length() >= NsfNote.STUB_SIZE && content.u16(0) == NOTE_SIGNATURE) {
                    add((int) content.u32(6), number, slot);
                }
            }
        }
    }

    private boolean add(int id, int bucket, int slot) {
        if (size >= most) {
            return false;
        }
        if (size == ids.length) {
            places = Arrays.copyOf(places, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id;
        places[size] = ((long) bucket << (SLOT_BITS + INDEX_BITS)) | ((long) slot << INDEX_BITS) | size;
        size++;
        return true;
    }

    private void sort() {
        places = Arrays.copyOf(places, size);
        ids = Arrays.copyOf(ids, size);
        Arrays.sort(places);
    }

    int count() {
        return size;
    }

    /** The number of a summary bucket, from 1. */
    int bucket(int reference) {
        return (int) (places[reference] >>> (SLOT_BITS + INDEX_BITS));
    }

    /** The number of a slot, from 1; 0 in damaged files. */
    int slot(int reference) {
        return (int) (places[reference] >>> INDEX_BITS) & ((1 << SLOT_BITS) - 1);
    }

    int noteId(int reference) {
        return ids[(int) places[reference] & ((1 << INDEX_BITS) - 1)];
    }
}
