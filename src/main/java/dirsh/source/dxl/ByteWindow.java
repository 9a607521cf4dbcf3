package dirsh.source.dxl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A part of a file in memory, which moves on through the file and grows where one document does not fit.
 *
 * <p>Behind the part stand a few zero bytes. No XML text holds one, so a loop over bytes ends there by itself and needs no
 * look at the end of the part.
 */
final class ByteWindow {

    /** A document that does not fit into this is left to the full parser, whose own limits then hold. */
    static final int LIMIT = 1 << 20;

    private static final int FIRST = 256 << 10;

    /** A look at the next few bytes never leaves the array. */
    private static final int ZEROS = 32;

    private final FileChannel channel;
    private byte[] bytes = new byte[FIRST + ZEROS];
    private int length;
    private long offset;
    private boolean last;

    ByteWindow(FileChannel channel) {
        this.channel = channel;
    }

    /** The bytes of the part, from index 0 on. */
    byte[] bytes() {
        return bytes;
    }

    /** How many there are. */
    int length() {
        return length;
    }

    /** File offset of the first one. */
    long offset() {
        return offset;
    }

    /** Whether the file ends where the part ends. */
    boolean isLast() {
        return last;
    }

    /** Puts another part of the file here. */
    void moveTo(long start) throws IOException {
        offset = start;
        length = 0;
        last = false;
        fill();
    }

    /**
     * Lets the part begin further behind and reads what follows it; where it begins there already, it grows.
     *
     * @param start index of the byte that becomes the first
     * @return whether there is more than before
     */
    boolean advance(int start) throws IOException {
        if (last || (start == 0 && length >= LIMIT)) {
            return false;
        }
        byte[] target = start == 0 && length == bytes.length - ZEROS ? new byte[2 * length + ZEROS] : bytes;
        System.arraycopy(bytes, start, target, 0, length - start);
        bytes = target;
        offset += start;
        length -= start;
        fill();
        return true;
    }

    private void fill() throws IOException {
        int room = bytes.length - ZEROS;
        while (length < room && !last) {
            int count = channel.read(ByteBuffer.wrap(bytes, length, room - length), offset + length);
            last = count < 0;
            length += Math.max(count, 0);
        }
        java.util.Arrays.fill(bytes, length, length + ZEROS, (byte) 0);
    }
}
