package dirsh.packed;

import dirsh.model.DirshException;
import java.nio.charset.StandardCharsets;

/**
 * Many short texts one behind the other, each with its length in front; where there is no room in memory they are in a scratch file.
 *
 * <p>A text is named by its offset. Texts that were added one after the other are found one after the other with {@link #after}.
 */
public final class TextStore {

    private static final int MORE = 0x80;
    private static final int LOW_BITS = 0x7F;

    /** A length takes five bytes at most. */
    private static final int LONGEST_LENGTH = 5;

    private final PagedBytes bytes;

    /** An empty store. */
    public TextStore() {
        this(new PagedBytes());
    }

    TextStore(PagedBytes bytes) {
        this.bytes = bytes;
    }

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
    public int add(byte[] text) {
        if (bytes.end() + text.length > Integer.MAX_VALUE - LONGEST_LENGTH) {
            throw DirshException.failed("more than 2 GiB of texts at a time", "the same for a part", null);
        }
        int at = end();
        int length = text.length;
        while (length > LOW_BITS) {
            bytes.add((length & LOW_BITS) | MORE);
            length >>>= 7;
        }
        bytes.add(length);
        bytes.add(text);
        return at;
    }

    /** The text at an offset. */
    public String get(int at) {
        int length = length(at);
        return bytes.text(start(at, length), length);
    }

    /** The bytes of the text at an offset, in UTF-8. */
    public byte[] bytes(int at) {
        int length = length(at);
        return bytes.copy(start(at, length), length);
    }

    /** Whether the text at an offset has these bytes in UTF-8. */
    public boolean holds(int at, byte[] text) {
        int length = length(at);
        return length == text.length && bytes.holds(start(at, length), text);
    }

    /** The offset of the text that was added next. */
    public int after(int at) {
        int length = length(at);
        return start(at, length) + length;
    }

    /** The offset of the text that was added so many texts later. */
    public int after(int at, int texts) {
        int later = at;
        for (int i = 0; i < texts; i++) {
            later = after(later);
        }
        return later;
    }

    /** Whether the text at an offset is empty. */
    public boolean isEmpty(int at) {
        return length(at) == 0;
    }

    /** The offset of the text that is added next. */
    public int end() {
        return (int) bytes.end();
    }

    private int length(int at) {
        int length = 0;
        int shift = 0;
        int next = at;
        int part = bytes.value(next);
        while ((part & MORE) != 0) {
            length |= (part & LOW_BITS) << shift;
            shift += 7;
            next++;
            part = bytes.value(next);
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
}
