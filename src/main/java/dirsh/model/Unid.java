package dirsh.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A universal note id: the 128 bits that name a document in all replicas of a database.
 *
 * <p>It is unique only together with the replica id. Its text form is 32 upper-case hexadecimal digits.
 *
 * @param high the first 16 digits
 * @param low the last 16 digits
 */
public record Unid(long high, long low) implements Comparable<Unid> {

    private static final int DIGITS = 32;
    private static final int BITS = 4;

    /** The id that the text spells, if it is 32 hexadecimal digits in either case. */
    public static Optional<Unid> parse(CharSequence text) {
        if (text.length() != DIGITS) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = high << BITS | low >>> (Long.SIZE - BITS);
            low = low << BITS | digit;
        }
        return Optional.of(new Unid(high, low));
    }

    /** The value of a hexadecimal digit; -1 for any other character. */
    public static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = (c | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : -1;
    }

    /** The 16 bytes, the first digits first. */
    public byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Unid other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        HexFormat digits = HexFormat.of().withUpperCase();
        return digits.toHexDigits(high) + digits.toHexDigits(low);
    }
}
