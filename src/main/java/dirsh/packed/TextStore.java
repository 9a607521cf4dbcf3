package dirsh.packed;

import dirsh.model.DirshException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many short texts packed into few byte arrays.
 *
 * <p>A text is named by its offset. Texts that were added one after the other are found one after the other with
 * {@link #after}. Packed, a million entries need a quarter of the room they take as objects.
 */
public final class TextStore {

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MORE = 0x80;
    private static final int LOW_BITS = 0x7F;

    private byte[][] chunks = new byte[8][];
    private int used;
    private long end;

    /**
     * Adds a text.
     *
     * @return its offset
     * @throws DirshException if the store is full, at 2 GiB
     */
    public int add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a text by its bytes in UTF-8. */
    public int add(byte[] bytes) {
        if (end + bytes.length > Integer.MAX_VALUE - CHUNK) {
            throw DirshException.failed("more than 2 GiB of names and addresses to compare", "compare a part", null);
        }
        int at = (int) end;
        int length = bytes.length;
        while (length > LOW_BITS) {
            append((length & LOW_BITS) | MORE);
            length >>>= 7;
        }
        append(length);
        int from = 0;
        while (from < bytes.length) {
            int in = (int) end & CHUNK - 1;
            int part = Math.min(bytes.length - from, CHUNK - in);
            System.arraycopy(bytes, from, chunk(), in, part);
            from += part;
            end += part;
        }
        return at;
    }

    /** The chunk that the next byte goes to. */
    private byte[] chunk() {
        int chunk = (int) (end >>> CHUNK_BITS);
        if (chunk == used) {
            chunks = used < chunks.length ? chunks : Arrays.copyOf(chunks, 2 * used);
            chunks[used] = new byte[CHUNK];
            used++;
        }
        return chunks[chunk];
    }

    private void append(int value) {
        chunk()[(int) end & CHUNK - 1] = (byte) value;
        end++;
    }

    /** The text at an offset. */
    public String get(int at) {
        int length = length(at);
        int start = start(at, length);
        byte[] first = chunks[start >>> CHUNK_BITS];
        int from = start & CHUNK - 1;
        if (from + length <= CHUNK) {
            return new String(first, from, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = value(start + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the text at an offset has these bytes in UTF-8. */
    public boolean holds(int at, byte[] bytes) {
        int length = length(at);
        if (length != bytes.length) {
            return false;
        }
        int start = start(at, length);
        byte[] first = chunks[start >>> CHUNK_BITS];
        int from = start & CHUNK - 1;
        if (from + length <= CHUNK) {
            return Arrays.equals(first, from, from + length, bytes, 0, length);
        }
        for (int i = 0; i < length; i++) {
            if (value(start + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The offset of the text that was added next. */
    public int after(int at) {
        int length = length(at);
        return start(at, length) + length;
    }

    private int length(int at) {
        int length = 0;
        int shift = 0;
        int next = at;
        int part = value(next);
        while ((part & MORE) != 0) {
            length |= (part & LOW_BITS) << shift;
            shift += 7;
            next++;
            part = value(next);
        }
        return length | part << shift;
    }

    /** Where the bytes of a text begin: behind its length, of which a byte tells seven bits. */
    private static int start(int at, int length) {
        int start = at + 1;
        for (int rest = length >>> 7; rest > 0; rest >>>= 7) {
            start++;
        }
        return start;
    }

    private byte value(int at) {
        return chunks[at >>> CHUNK_BITS][at & CHUNK - 1];
    }
}
