package dirsh.source.nsf;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The buckets of one kind by number, of which the last used ones are kept decoded. */
final class BucketList {

    private static final int KEPT_BYTES = 4 << 20;
    private static final int LARGEST_GUESS = 64 << 10;

    private final NsfFile file;
    private final BucketPositions positions;
    private final int guess;
    private final Map<Integer, Bucket> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;
    private int lastNumber;
    private @Nullable Bucket last;

    /**
     * @param positions where they are
     * @param guess the likely size of a bucket
     */
    BucketList(NsfFile file, BucketPositions positions, int guess) {
        this.file = file;
        this.positions = positions;
        this.guess = Math.min(guess, LARGEST_GUESS);
    }

    int count() {
        return positions.count();
    }

    /** Whether the list has a place for a bucket. */
    boolean has(int number) {
        return positions.has(number);
    }

    /** A bucket by its number, from 1. */
    Bucket bucket(int number) throws NsfDamage {
        if (number == lastNumber && last != null) {
            return last;
        }
        Bucket bucket = kept.get(number);
        if (bucket == null) {
            bucket = read(number);
            keep(number, bucket);
        }
        last = bucket;
        lastNumber = number;
        return bucket;
    }

    private Bucket read(int number) throws NsfDamage {
        long offset = positions.offset(number);
        if (offset >= file.size()) {
            throw new NsfDamage(file.size(), "bucket " + number + " is past the end of the file");
        }
        Bucket bucket = Bucket.read(file, offset, guess);
        if (bucket.index() != number - 1) {
            throw new NsfDamage(offset, "a bucket has another number than its list says");
        }
        return bucket;
    }

    private void keep(int number, Bucket bucket) {
        kept.put(number, bucket);
        keptBytes += bucket.size();
        Iterator<Bucket> oldest = kept.values().iterator();
        while (keptBytes > KEPT_BYTES && kept.size() > 1) {
            keptBytes -= oldest.next().size();
            oldest.remove();
        }
    }

    /**
     * Whether the buckets beyond the first page of their list are where it says, judged by some of each page: how
     * several pages are laid out is the one thing in the format that no file has proven.
     *
     * @param pageEntries entries on a page
     */
    boolean pagesAreRight(int pageEntries) {
        for (int page = 1; page * (long) pageEntries < positions.count(); page++) {
            int from = page * pageEntries;
            int to = Math.min(from + pageEntries, positions.count());
            int step = Math.max(1, (to - from) / 16);
            int looked = 0;
            int wrong = 0;
            for (int i = from; i < to; i += step) {
                looked++;
                wrong += isAt(i) ? 0 : 1;
            }
            if (2 * wrong > looked) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int index) {
        try {
            NsfBytes head = file.bytes(positions.offset(index + 1), 6);
            return head.u16(0) == Bucket.SIGNATURE && head.u32(2) == index;
        } catch (NsfDamage e) {
            return false;
        }
    }
}
