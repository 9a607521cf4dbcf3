package dirsh.source.nsf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes CX streams: literals, and copies of runs of zeros so that empty pages stay small. */
final class CxWriter {

    private static final int END_ZEROS = 7;

    private byte[] out = new byte[1024];
    private long bit;

    /** The compressed payload with its length in front. */
    static byte[] encode(byte[] payload) {
        CxWriter writer = new CxWriter();
        writer.number(4, 3);
        for (int at = 0; at < payload.length; ) {
            int run = run(payload, at);
            if (run >= 3) {
                writer.copyOfLast(run);
                at += run;
            } else {
                writer.number(0, 1);
                writer.number(payload[at] & 0xFF, 8);
                at++;
            }
        }
        // The end code is the size 258: a gamma number of 256.
        writer.number(1, 1);
        writer.number(0, 1);
        writer.number(1 << END_ZEROS, END_ZEROS + 1);
        writer.number(1, END_ZEROS + 1);
        byte[] stream = Arrays.copyOf(writer.out, (int) ((writer.bit + 7) / 8));
        return ByteBuffer.allocate(4 + stream.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(stream.length)
                .put(stream)
                .array();
    }

    /** How many bytes from here equal the one before, at most 129. */
    private static int run(byte[] payload, int at) {
        int length = 0;
        while (at > 0 && length < 129 && at + length < payload.length && payload[at + length] == payload[at - 1]) {
            length++;
        }
        return length;
    }

    /** A copy from distance 1 of a size above 2. */
    private void copyOfLast(int size) {
        number(1, 1);
        number(0, 1);
        int value = size - 2;
        int bits = 1;
        while ((1 << (bits + 1)) - 1 <= value) {
            bits++;
        }
        number(1 << (bits - 1), bits);
        number(value - ((1 << bits) - 1), bits);
        number(1, 1);
        number(1, 8);
    }

    private void number(int value, int bits) {
        for (int i = 0; i < bits; i++, bit++) {
            int at = (int) (bit >>> 3);
            if (at == out.length) {
                out = Arrays.copyOf(out, 2 * out.length);
            }
            out[at] |= (byte) (((value >>> i) & 1) << (bit & 7));
        }
    }
}
