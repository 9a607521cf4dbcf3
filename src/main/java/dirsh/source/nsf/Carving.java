package dirsh.source.nsf;

import dirsh.model.Cancellation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A search for buckets through the whole file, for files without a usable list of them (nsf-format 11). */
final class Carving {

    private static final int STEP = 1 << 20;
    private static final int SIGNATURE_NOTE = 0x0004;
    private static final int SIGNATURE_OBJECT = 0x0010;

    /** A list needs four bytes a bucket, wherever the highest number is. */
    private static final int MOST_BUCKETS = 1 << 23;

    /** References have no more bits for the number of a slot. */
    private static final int MOST_SLOTS = 0x7FF;

    /** How often the bytes up to a place may have been read as buckets before one there is passed over. */
    private static final int MOST_READINGS = 2;

    private final NsfFile file;
    private final Map<Integer, Found> summary = new HashMap<>();
    private final Map<Integer, Found> nonSummary = new HashMap<>();
    private long read;
    private int passedOver;

    private record Found(int position, long written) {}

    private Carving(NsfFile file) {
        this.file = file;
    }

    /**
     * The buckets that were found.
     *
     * @param summary where the summary buckets are
     * @param nonSummary where the non-summary buckets are
     * @param passedOver how many that may be buckets were not read, since too many before them were none
     */
    record Result(BucketPositions summary, BucketPositions nonSummary, int passedOver) {}

    static Result of(NsfFile file, Cancellation cancellation) throws NsfDamage {
        Carving carving = new Carving(file);
        carving.search(cancellation);
        return new Result(positions(carving.summary), positions(carving.nonSummary), carving.passedOver);
    }

    private void search(Cancellation cancellation) throws NsfDamage {
        for (long from = 0; from < file.size(); from += STEP) {
            cancellation.check();
            int length = (int) Math.min(STEP, file.size() - from);
            NsfBytes bytes = file.bytes(from, length);
            for (int at = 0; at + Short.BYTES <= length; at += Positions.UNIT) {
                if (bytes.known16(at) == Bucket.SIGNATURE) {
                    cancellation.check();
                    look(bytes.part(at, Math.min(Positions.UNIT, length - at)));
                }
            }
        }
    }

    /**
     * Looks at what may be a bucket.
     *
     * <p>Buckets do not overlap, so those before a place are together no longer than what is before it. Where far more was
     * read, nearly all of it only looks like buckets, each of which may state the largest size: then reading waits until
     * the search has come further, and a file that is made of them is read three times instead of a thousand times.
     */
    private void look(NsfBytes begun) {
        try {
            long offset = begun.place(0);
            Bucket.Head head = Bucket.Head.of(begun, file.size() - offset);
            if (head.index() < 0 || head.index() >= MOST_BUCKETS || head.slots() == 0 || head.slots() > MOST_SLOTS) {
                return;
            }
            if (read > MOST_READINGS * offset) {
                passedOver++;
                return;
            }
            read += head.size();
            Bucket bucket = Bucket.read(file, offset, head.size());
            if (bucket.isTorn()) {
                return;
            }
            int signature = 0;
            for (int slot = 1; slot <= bucket.slots(); slot++) {
                if (bucket.isUsed(slot)) {
                    NsfBytes content = bucket.slot(slot);
                    signature = signature == 0 ? content.u16(0) : signature;
                }
            }
            if (signature == SIGNATURE_NOTE) {
                add(summary, bucket);
            } else if (signature == SIGNATURE_OBJECT) {
                add(nonSummary, bucket);
            }
        } catch (NsfDamage e) {
            // Bytes that only look like the beginning of a bucket.
        }
    }

    private static void add(Map<Integer, Found> found, Bucket bucket) {
        found.merge(
                bucket.index(),
                new Found((int) (bucket.offset() / Positions.UNIT), bucket.written()),
                (before, after) -> after.written() > before.written() ? after : before);
    }

    private static BucketPositions positions(Map<Integer, Found> found) {
        int[] positions = new int[0];
        for (Map.Entry<Integer, Found> entry : found.entrySet()) {
            int index = entry.getKey();
            if (index >= positions.length) {
                positions = Arrays.copyOf(positions, Math.max(index + 1, Math.min(2 * index, MOST_BUCKETS)));
            }
            positions[index] = entry.getValue().position();
        }
        return new BucketPositions(positions);
    }
}
