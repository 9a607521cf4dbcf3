package dirsh.source.dxl;

import dirsh.model.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes on their way to the parser: read in blocks, watched for what would fill the memory.
 *
 * <p>The parser gathers a tag, or a text that is asked for, as a whole before it hands it over. So the limits on both
 * have to hold here. Once per block the work can be cancelled, however long a record is.
 */
final class DxlInput extends InputStream {

    /** No text of an item may be longer than this. */
    static final int LIMIT = 16 << 20;

    /** No tag may be longer than this. */
    private static final int TAG_LIMIT = 1 << 20;

    private static final int BLOCK = 128 << 10;

    private final InputStream source;
    private final Cancellation cancellation;
    private final byte[] block;
    private int position;
    private int end;
    private byte[] head = new byte[0];

    private long tagBytes = -1;
    private byte quote;
    private long textBytes = -1;

    DxlInput(InputStream source, Cancellation cancellation) {
        this(source, cancellation, BLOCK);
    }

    /**
     * @param length the bytes there are at most, where they are few
     */
    DxlInput(InputStream source, Cancellation cancellation, int length) {
        this.source = source;
        this.cancellation = cancellation;
        this.block = new byte[Math.min(length, BLOCK)];
    }

    /** A tag, or a text that was asked for, that is too long. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
        final boolean tag;

        TooLong(boolean tag) {
            super(tag ? "tag" : "text");
            this.tag = tag;
        }
    }

    /** The first block of bytes, for telling the encoding. */
    byte[] head() {
        return head;
    }

    /** From here on the parser gathers a text. */
    void beginText() {
        textBytes = 0;
    }

    /** The text was handed over. */
    void endText() {
        textBytes = -1;
    }

    @Override
    public int read() throws IOException {
        return position < end || fill() ? block[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(block, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        cancellation.check();
        int count = source.read(block, 0, block.length);
        if (count <= 0) {
            return false;
        }
        position = 0;
        end = count;
        if (head.length == 0) {
            head = Arrays.copyOf(block, Math.min(count, 1024));
        }
        watchTag();
        if (textBytes >= 0) {
            textBytes += count;
            if (textBytes > LIMIT) {
                throw new TooLong(false);
            }
        }
        return true;
    }

    /** Follows the tag that is open at the end of the block, if there is one. */
    private void watchTag() throws TooLong {
        int from = 0;
        boolean continued = tagBytes >= 0;
        if (!continued) {
            from = lastTag();
            if (from < 0) {
                return;
            }
            tagBytes = 0;
            quote = 0;
        }
        for (int i = from; i < end; i++) {
            byte b = block[i];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                tagBytes = -1;
                if (continued) {
                    watchTag();
                }
                return;
            }
        }
        tagBytes += end - from;
        if (tagBytes > TAG_LIMIT) {
            throw new TooLong(true);
        }
    }

    /** The last tag that begins in the block; declarations, comments and instructions are not gathered. */
    private int lastTag() {
        for (int i = end - 1; i >= 0; i--) {
            if (block[i] == '<') {
                return i + 1 < end && (block[i + 1] == '!' || block[i + 1] == '?') ? -1 : i;
            }
        }
        return -1;
    }
}
