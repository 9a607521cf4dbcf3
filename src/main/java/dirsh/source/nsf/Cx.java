package dirsh.source.nsf;

import java.util.Arrays;

/** The CX compression of superblocks and bucket descriptor blocks, undone (nsf-format 4). */
final class Cx {

    private static final int FIRST_HEADER = 4;
    private static final int END = 258;
    private static final int MOST_ZEROS = 20;

    /** The best copy takes 25 bits and gives 256 bytes, which is 82 times as much; no stream can grow more than this. */
    private static final int MOST_GROWTH = 83;

    private final NsfBytes in;
    private final int end;
    private long bit;

    private Cx(NsfBytes in, int from, int end) {
        this.in = in;
        this.end = end;
        this.bit = (long) from * Byte.SIZE;
    }

    /**
     * Undoes the compression.
     *
     * @param in the stored payload: its length, then the bit stream
     * @param size the stated length of the result
     */
    static byte[] decode(NsfBytes in, long size) throws NsfDamage {
        long stored = in.u32(0);
        if (stored > in.length() - Integer.BYTES) {
            throw new NsfDamage(in.place(0), "a compressed payload is longer than its structure");
        }
        if (size > MOST_GROWTH * (stored + 1)) {
            throw new NsfDamage(in.place(0), "a compressed payload cannot have the size it states");
        }
        return new Cx(in, Integer.BYTES, Integer.BYTES + (int) stored).decode((int) size);
    }

    private byte[] decode(int size) throws NsfDamage {
        // Grows with what really comes out, so that a false size costs nothing.
        byte[] out = new byte[Math.min(size, 64 << 10)];
        int done = 0;
        if (number(3) < FIRST_HEADER) {
            throw damage("a compressed payload has an unknown header");
        }
        while (bitsLeft() > 0) {
            int length = 1;
            int distance = 0;
            if (number(1) == 1) {
                length = number(1) == 1 ? 2 : gamma() + 2;
                if (length >= END) {
                    break;
                }
                int high = length > 2 && number(1) == 0 ? gamma() : 0;
                distance = (high << 8) + number(8);
                if (distance <= 0 || distance > done) {
                    throw damage("a compressed payload copies from before its beginning");
                }
            } else if (bitsLeft() < 8) {
                break;
            }
            if (done + length > size) {
                throw damage("a compressed payload is longer than stated");
            }
            if (done + length > out.length) {
                out = Arrays.copyOf(out, (int) Math.min(size, 2L * out.length));
            }
            if (distance == 0) {
                out[done++] = (byte) number(8);
            } else {
                for (int i = 0; i < length; i++, done++) {
                    out[done] = out[done - distance];
                }
            }
        }
        if (done != size) {
            throw damage("a compressed payload is shorter than stated");
        }
        return out;
    }

    private long bitsLeft() {
        return (long) end * Byte.SIZE - bit;
    }

    private int gamma() throws NsfDamage {
        int zeros = 0;
        while (number(1) == 0) {
            zeros++;
            if (zeros > MOST_ZEROS) {
                throw damage("a compressed payload holds a number that is too large");
            }
        }
        int bits = zeros + 1;
        return (1 << bits) - 1 + number(bits);
    }

    /** A number, its least significant bit first. */
    private int number(int bits) throws NsfDamage {
        if (bitsLeft() < bits) {
            throw damage("a compressed payload ends too early");
        }
        int value = 0;
        for (int i = 0; i < bits; i++, bit++) {
            value |= ((in.known8((int) (bit >>> 3)) >>> (bit & 7)) & 1) << i;
        }
        return value;
    }

    private NsfDamage damage(String text) {
        return new NsfDamage(in.place(bit >>> 3), text);
    }
}
