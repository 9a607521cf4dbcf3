package dirsh.replica;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What one book holds of each document, by the number of the document: 29 bytes each. */
final class Holdings {

    /** What there is of a document. */
    enum Kind {
        NOTHING(0),
        DOCUMENT(1),
        /** A document of which some items may be absent, so that its items prove nothing. */
        TRUNCATED(2),
        STUB(3);

        private static final List<Kind> BY_CODE = List.of(NOTHING, DOCUMENT, TRUNCATED, STUB);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }
    }

    private byte[] kinds = new byte[1 << 6];
    private int[] sequences = new int[1 << 6];
    private long[] times = new long[1 << 6];
    private long[] digests = new long[2 << 6];

    /** Notes what there is; what was there before is replaced. */
    void put(int number, Kind kind, Revision revision, byte[] digest) {
        if (number >= kinds.length) {
            int larger = Math.max(number + 1, kinds.length + (kinds.length >> 1));
            kinds = Arrays.copyOf(kinds, larger);
            sequences = Arrays.copyOf(sequences, larger);
            times = Arrays.copyOf(times, larger);
            digests = Arrays.copyOf(digests, 2 * larger);
        }
        kinds[number] = kind.code;
        sequences[number] = revision.sequence();
        times[number] = revision.time();
        ByteBuffer bits = ByteBuffer.wrap(digest);
        digests[2 * number] = bits.getLong();
        digests[2 * number + 1] = bits.getLong();
    }

    /** What there is of a document. */
    Kind kind(int number) {
        return number < kinds.length ? Kind.BY_CODE.get(kinds[number]) : Kind.NOTHING;
    }

    /** Whether there is a document with items, whole or not. */
    boolean isDocument(int number) {
        Kind kind = kind(number);
        return kind == Kind.DOCUMENT || kind == Kind.TRUNCATED;
    }

    /** The revision of what there is. */
    Revision revision(int number) {
        return new Revision(sequences[number], times[number]);
    }

    /** Whether another book holds the same content. */
    boolean isSameContent(Holdings other, int number) {
        return digests[2 * number] == other.digests[2 * number]
                && digests[2 * number + 1] == other.digests[2 * number + 1];
    }
}
