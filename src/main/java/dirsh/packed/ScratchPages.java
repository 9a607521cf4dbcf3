package dirsh.packed;

import java.util.Arrays;

/**
 * Pages in a scratch file, of which some that were read lately are kept.
 *
 * <p>A page that is kept stands in the frame of its number modulo the number of frames. Reading needs a lock on this object until
 * the page was looked at.
 */
final class ScratchPages {

    /** A page has 1 KiB: reading it fetches what belongs to a person, and little else. */
    static final int PAGE_BITS = 10;

    /** Half a megabyte of pages. */
    private static final int FRAMES = 1 << 9;

    private static final int NONE = -1;

    private final ScratchFile file = new ScratchFile();
    private final byte[][] frames = new byte[FRAMES][];
    private final int[] numbers = new int[FRAMES];
    private int count;

    ScratchPages() {
        Arrays.fill(numbers, NONE);
    }

    /** How many bytes all pages have. */
    long end() {
        return (long) count << PAGE_BITS;
    }

    /** Puts a page behind the others. */
    void add(byte[] page) {
        file.write(end(), page);
        count++;
    }

    /** A page, which is not to be changed and holds until the next one is asked for. */
    byte[] page(int number) {
        int frame = number & FRAMES - 1;
        if (numbers[frame] != number) {
            byte[] page = frames[frame] == null ? new byte[1 << PAGE_BITS] : frames[frame];
            numbers[frame] = NONE;
            file.read((long) number << PAGE_BITS, page);
            frames[frame] = page;
            numbers[frame] = number;
        }
        return frames[frame];
    }
}
