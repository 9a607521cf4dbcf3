package dirsh.packed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are only added to: all of them in memory while there is room, in a scratch file beyond that.
 *
 * <p>A byte goes by its offset, which lies on a page of fixed length. Whose next page finds no {@link Room} left puts all finished
 * ones into the file, in order, and gives their room back: only the last one and some that were read lately stay in memory. What all
 * stores take is thus bounded, however many people there are, while a directory of usual size never touches a file.
 *
 * <p>One thread adds. When nothing is added any more, any number of threads may read.
 */
final class PagedBytes {

    private static final int BITS = ScratchPages.PAGE_BITS;
    private static final int PAGE = 1 << BITS;
    private static final int IN_PAGE = PAGE - 1;

    private final Room.Share share;
    private long end;
    private byte[][] pages = new byte[4][];
    private byte[] last = new byte[0];
    private @Nullable ScratchPages scratch;

    /** None yet, in the room of all stores. */
    PagedBytes() {
        this(Room.OF_ALL);
    }

    /** None yet, in a room of their own or of several. */
    PagedBytes(Room room) {
        this.share = room.share(this);
    }

    /** How many bytes there are. */
    long end() {
        return end;
    }

    /** Adds one byte. */
    void add(int value) {
        page()[(int) end & IN_PAGE] = (byte) value;
        end++;
    }

    /** Adds four bytes, the highest first; a number of bytes that is a multiple of four must stand before them. */
    void addNumber(int value) {
        byte[] page = page();
        int in = (int) end & IN_PAGE;
        page[in] = (byte) (value >>> 24);
        page[in + 1] = (byte) (value >>> 16);
        page[in + 2] = (byte) (value >>> 8);
        page[in + 3] = (byte) value;
        end += Integer.BYTES;
    }

    /** Adds some bytes. */
    void add(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            byte[] page = page();
            int in = (int) end & IN_PAGE;
            int part = Math.min(bytes.length - from, PAGE - in);
            System.arraycopy(bytes, from, page, in, part);
            from += part;
            end += part;
        }
    }

    /** The page that the next byte goes to. */
    private byte[] page() {
        if ((end & IN_PAGE) == 0) {
            turn((int) (end >>> BITS));
        }
        return last;
    }

    private void turn(int number) {
        ScratchPages own = scratch;
        if (own == null && number > 0 && !share.takes(PAGE)) {
            own = new ScratchPages();
            for (int finished = 0; finished < number; finished++) {
                own.add(pages[finished]);
            }
            scratch = own;
            pages = new byte[0][];
            share.giveBack();
        } else if (own != null) {
            own.add(last);
            return; // the page was copied and can be filled again
        }
        last = new byte[PAGE];
        if (own == null) {
            pages = number < pages.length ? pages : Arrays.copyOf(pages, 2 * number);
            pages[number] = last;
        }
    }

    /** The byte at an offset. */
    byte value(long at) {
        ScratchPages own = scratch;
        if (own == null) {
            return pages[(int) (at >>> BITS)][(int) at & IN_PAGE];
        }
        synchronized (own) {
            return page(own, at)[(int) at & IN_PAGE];
        }
    }

    /** The four bytes that were added as a number. */
    int number(long at) {
        ScratchPages own = scratch;
        if (own == null) {
            return number(pages[(int) (at >>> BITS)], (int) at & IN_PAGE);
        }
        synchronized (own) {
            return number(page(own, at), (int) at & IN_PAGE);
        }
    }

    private static int number(byte[] page, int in) {
        return page[in] << 24 | (page[in + 1] & 0xFF) << 16 | (page[in + 2] & 0xFF) << 8 | (page[in + 3] & 0xFF);
    }

    /** The text in UTF-8 from an offset on. */
    String text(long at, int length) {
        if (length == 0) {
            return ""; // at the very end its page may not be there yet
        }
        int in = (int) at & IN_PAGE;
        ScratchPages own = scratch;
        if (own == null && in + length <= PAGE) {
            return new String(pages[(int) (at >>> BITS)], in, length, StandardCharsets.UTF_8);
        }
        return new String(copy(at, length), StandardCharsets.UTF_8);
    }

    /** The bytes from an offset on. */
    byte[] copy(long at, int length) {
        byte[] bytes = new byte[length];
        int from = 0;
        while (from < length) {
            int part = Math.min(length - from, PAGE - ((int) (at + from) & IN_PAGE));
            copy(at + from, bytes, from, part);
            from += part;
        }
        return bytes;
    }

    private void copy(long at, byte[] into, int from, int part) {
        ScratchPages own = scratch;
        int in = (int) at & IN_PAGE;
        if (own == null) {
            System.arraycopy(pages[(int) (at >>> BITS)], in, into, from, part);
        } else {
            synchronized (own) {
                System.arraycopy(page(own, at), in, into, from, part);
            }
        }
    }

    /** Whether these bytes stand at an offset. */
    boolean holds(long at, byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            int part = Math.min(bytes.length - from, PAGE - ((int) (at + from) & IN_PAGE));
            if (!same(at + from, bytes, from, part)) {
                return false;
            }
            from += part;
        }
        return true;
    }

    private boolean same(long at, byte[] bytes, int from, int part) {
        ScratchPages own = scratch;
        int in = (int) at & IN_PAGE;
        if (own == null) {
            return Arrays.equals(pages[(int) (at >>> BITS)], in, in + part, bytes, from, from + part);
        }
        synchronized (own) {
            return Arrays.equals(page(own, at), in, in + part, bytes, from, from + part);
        }
    }

    /** The page of an offset, which the next one may take the place of. */
    private byte[] page(ScratchPages own, long at) {
        return at >= own.end() ? last : own.page((int) (at >>> BITS));
    }
}
