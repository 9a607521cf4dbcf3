package dirsh.source.nsf;

import java.nio.charset.Charset;
import java.util.Arrays;

/** The characters of one character set by their bytes, filled in as they are needed. */
final class CharacterTable {

    /** What a byte or a pair stands for that means nothing in its character set. */
    static final char NOTHING = '\uFFFD';

    private static final int BYTES = 256;

    private final String charset;
    private final char[] singles;

    /** The second bytes behind each first byte. */
    private final char[][] pairs = new char[BYTES][];

    /**
     * @param charset the Java name of the character set; where it is empty or missing nothing has a meaning
     */
    CharacterTable(String charset) {
        this.charset = charset;
        this.singles = row(new byte[1], 0);
    }

    /** The character of one byte. */
    char single(int value) {
        return singles[value];
    }

    /** The character of two bytes. */
    char pair(int first, int second) {
        char[] row = pairs[first];
        if (row == null) {
            row = row(new byte[] {(byte) first, 0}, 1);
            pairs[first] = row;
        }
        return row[second];
    }

    /** Whether this runtime has the character set; a trimmed one may lack the extended ones. */
    static boolean isKnown(String charset) {
        return !charset.isEmpty() && Charset.isSupported(charset);
    }

    private char[] row(byte[] bytes, int last) {
        char[] row = new char[BYTES];
        Arrays.fill(row, NOTHING);
        if (isKnown(charset)) {
            Charset set = Charset.forName(charset);
            for (int i = 0; i < row.length; i++) {
                bytes[last] = (byte) i;
                String decoded = new String(bytes, set);
                row[i] = decoded.length() == 1 ? decoded.charAt(0) : NOTHING;
            }
        }
        return row;
    }
}
