package dirsh.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Copies of a good text file with something wrong in each: cut off, bytes that are no text, damaged base64, line ends of other
 * systems, a line of a megabyte, flipped bits. Equal seeds give equal copies.
 *
 * <p>{@code -Ddirsh.hostile.mutants=20000} makes more than the gate's.
 */
public final class Mutants {

    /** So many of each format at least. */
    public static final int COUNT = Integer.getInteger("dirsh.hostile.mutants", 500);

    private static final int MEGABYTE = 1 << 20;

    /** A line of a megabyte costs as much as hundreds of others. */
    private static final int LONG_LINES = 3;

    private final byte[] whole;
    private final List<byte[]> pieces;
    private final Random random;
    private int longLines;

    /**
     * Copies of a file.
     *
     * @param pieces what the format knows besides, put in somewhere
     */
    public Mutants(String whole, long seed, String... pieces) {
        this.whole = whole.getBytes(UTF_8);
        this.random = new Random(seed);
        List<byte[]> all = new ArrayList<>();
        for (String piece : pieces) {
            all.add(piece.getBytes(UTF_8));
        }
        all.add(bytes(0xEF, 0xBB, 0xBF));
        all.add(bytes(0xFF, 0xFE));
        all.add(bytes('\r'));
        all.add(bytes('\n'));
        all.add(bytes(0x1B));
        this.pieces = all;
    }

    /**
     * A damaged copy.
     *
     * @param what the damage in words
     * @param content the file
     * @param line the line of the damage; 0 if it is in several
     * @param text whether all of it is text still; what is not cannot be taken for content
     */
    @SuppressWarnings("ArrayRecordComponent") // made, read and thrown away, never compared
    public record Mutant(String what, byte[] content, long line, boolean text) {
        @Override
        public String toString() {
            return what + (content.length > 20_000 ? "" : ":\n" + new String(content, UTF_8));
        }
    }

    /** Cuts the file at every place where the mark stands, right before it. */
    public void atEvery(char mark, Consumer<Mutant> taker) {
        for (int at = 1; at < whole.length; at++) {
            if (whole[at] == mark) {
                taker.accept(cut(at));
            }
        }
    }

    /** Makes {@link #COUNT} copies. */
    public void each(Consumer<Mutant> taker) {
        for (int i = 0; i < COUNT; i++) {
            taker.accept(next(i));
        }
    }

    private Mutant next(int number) {
        int at = 1 + random.nextInt(whole.length - 1);
        return switch (number % 9) {
            case 0 -> cut(at);
            case 1 -> noText(at);
            case 2 -> put("a NUL", at, at, bytes(0));
            case 3 -> base64(at);
            case 4 -> lineEnds();
            case 5 -> number % 3 == 2 && longLines++ < LONG_LINES ? longLine(at) : piece(at);
            case 6 -> flipped(at);
            case 7 -> put("bytes left out", at, Math.min(whole.length, at + 1 + random.nextInt(30)), new byte[0]);
            default -> piece(at);
        };
    }

    private Mutant cut(int at) {
        return new Mutant("cut at " + at, Arrays.copyOf(whole, at), line(at), true);
    }

    /** A byte that no text in UTF-8 holds, half a character, or half of a surrogate pair. */
    private Mutant noText(int at) {
        List<byte[]> bad = List.of(bytes(0xFF), bytes(0xC3, '('), bytes(0xED, 0xA0, 0x80), bytes(0xF5));
        int start = at;
        while ((whole[start] & 0xC0) == 0x80) {
            start--; // between two characters, so that the line is the one of the bytes put in
        }
        Mutant mutant = put("bytes that are no text", start, start, bad.get(random.nextInt(bad.size())));
        return new Mutant(mutant.what(), mutant.content(), mutant.line(), false);
    }

    private Mutant piece(int at) {
        return put("a piece", at, at + random.nextInt(2), pieces.get(random.nextInt(pieces.size())));
    }

    /** What looks like base64 anywhere gets a byte too few, a sign that is none, or a wrong end. */
    private Mutant base64(int at) {
        int start = at;
        while (start < whole.length && !(isBase64(start) && isBase64(start + 7))) {
            start++;
        }
        byte[] bad =
                List.of(bytes(), bytes('*'), bytes('='), bytes('=', '=', '=')).get(random.nextInt(4));
        int from = Math.min(start + 3, whole.length);
        return put("bad base64", from, Math.min(from + 1, whole.length), bad);
    }

    private boolean isBase64(int at) {
        return at < whole.length && (Character.isLetterOrDigit(whole[at]) || whole[at] == '+' || whole[at] == '/');
    }

    private Mutant lineEnds() {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        for (byte each : whole) {
            byte[] end = List.of(bytes('\n'), bytes('\r', '\n'), bytes('\r')).get(random.nextInt(3));
            mixed.writeBytes(each == '\n' ? end : new byte[] {each});
        }
        return new Mutant("mixed line ends", mixed.toByteArray(), 0, true);
    }

    private Mutant longLine(int at) {
        byte[] line = new byte[MEGABYTE];
        Arrays.fill(line, (byte) "x ;\"9 ".charAt(2 * longLines - 2));
        return put("a line of a megabyte", at, at, line);
    }

    private Mutant flipped(int at) {
        byte[] content = whole.clone();
        for (int n = random.nextInt(3); n >= 0; n--) {
            content[n == 0 ? at : random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new Mutant("flipped bits", content, 0, true);
    }

    private Mutant put(String what, int from, int to, byte[] between) {
        byte[] content = Arrays.copyOf(whole, whole.length - (to - from) + between.length);
        System.arraycopy(between, 0, content, from, between.length);
        System.arraycopy(whole, to, content, from + between.length, whole.length - to);
        return new Mutant(what + " at " + from, content, line(from), true);
    }

    private long line(int at) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            line += whole[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static byte[] bytes(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }
}
