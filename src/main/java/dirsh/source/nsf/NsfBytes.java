package dirsh.source.nsf;

import java.util.Arrays;

/**
 * A run of bytes from the file, read in little-endian order.
 *
 * <p>What is named {@code known} skips the check and is for offsets that were checked before.
 */
final class NsfBytes {

    private final byte[] array;
    private final int start;
    private final int length;
    private final long place;

    /** A part of an array, which the caller has checked to be inside it. */
    private NsfBytes(byte[] array, int start, int length, long place) {
        this.array = array;
        this.start = start;
        this.length = length;
        this.place = place;
    }

    /**
     * A whole array.
     *
     * @param place byte offset of its first byte in the file
     */
    static NsfBytes of(byte[] array, long place) {
        return new NsfBytes(array, 0, array.length, place);
    }

    int length() {
        return length;
    }

    /** The offset of a byte in the file. */
    long place(long at) {
        return place + at;
    }

    /** The array the bytes are in, not to be changed. */
    byte[] array() {
        return array;
    }

    /** Where in the array they start. */
    int start() {
        return start;
    }

    /** Some of the bytes. */
    NsfBytes part(long at, long count) throws NsfDamage {
        check(at, count);
        return new NsfBytes(array, start + (int) at, (int) count, place + at);
    }

    /** A copy of all of them. */
    byte[] copy() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    int u8(long at) throws NsfDamage {
        check(at, 1);
        return array[start + (int) at] & 0xFF;
    }

    int u16(long at) throws NsfDamage {
        check(at, Short.BYTES);
        return known16((int) at);
    }

    long u32(long at) throws NsfDamage {
        check(at, Integer.BYTES);
        return known32((int) at) & 0xFFFFFFFFL;
    }

    long i64(long at) throws NsfDamage {
        check(at, Long.BYTES);
        return known64((int) at);
    }

    int known8(int at) {
        return array[start + at] & 0xFF;
    }

    // Put together byte by byte, which is faster than a view of the array until the code is fully compiled.

    int known16(int at) {
        return (array[start + at] & 0xFF) | (array[start + at + 1] & 0xFF) << 8;
    }

    int known32(int at) {
        return known16(at) | known16(at + Short.BYTES) << Short.SIZE;
    }

    long known64(int at) {
        return (known32(at) & 0xFFFFFFFFL) | (long) known32(at + Integer.BYTES) << Integer.SIZE;
    }

    private void check(long at, long count) throws NsfDamage {
        if (at < 0 || count < 0 || at > length - count) {
            throw new NsfDamage(place, "a length or an offset points outside of its structure");
        }
    }
}
