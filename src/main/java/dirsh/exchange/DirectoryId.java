package dirsh.exchange;

import dirsh.model.Unid;
import java.util.Optional;

/**
 * The id by which Exchange names a directory entry, read as the UNID it may be.
 *
 * <p>The connector of Exchange 5.5 uses the UNID as directory name and prints it as four hexadecimal groups without leading
 * zeros (KB Q175746): {@code f7afa2e9-b053f1db-852567be-4a3f83}. A GUID made elsewhere has the same 32 digits and just never
 * equals a UNID of the directory.
 */
public final class DirectoryId {

    private static final int GROUPS = 4;
    private static final int GROUP_DIGITS = 8;
    private static final int DIGITS = GROUPS * GROUP_DIGITS;
    private static final int SHORTEST = GROUPS * 2 - 1;
    private static final int LONGEST = 36;
    private static final int BITS = 4;

    private DirectoryId() {}

    /** The UNID that the text may be: 32 digits with or without dashes and braces, or four groups to be padded. */
    public static Optional<Unid> parse(String text) {
        String stripped = text.strip();
        int from = 0;
        int to = stripped.length();
        while (from < to && isBrace(stripped.charAt(from))) {
            from++;
        }
        while (from < to && isBrace(stripped.charAt(to - 1))) {
            to--;
        }
        boolean possible = to - from >= SHORTEST && to - from <= LONGEST && Unid.digit(stripped.charAt(from)) >= 0;
        return possible ? parse(stripped, from, to) : Optional.empty();
    }

    private static boolean isBrace(char c) {
        return c == '{' || c == '}';
    }

    /** Reads the digits both ways at once: in a row, and group by group. */
    private static Optional<Unid> parse(String text, int from, int to) {
        long high = 0;
        long low = 0;
        long[] groups = new long[GROUPS];
        int group = 0;
        int inGroup = 0;
        int digits = 0;
        boolean grouped = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = Unid.digit(c);
            if (c == '-') {
                grouped &= inGroup > 0 && group < GROUPS - 1;
                group++;
                inGroup = 0;
            } else if (digit >= 0) {
                high = high << BITS | low >>> (Long.SIZE - BITS);
                low = low << BITS | digit;
                digits++;
                inGroup++;
                grouped &= inGroup <= GROUP_DIGITS;
                if (grouped) {
                    groups[group] = groups[group] << BITS | digit;
                }
            } else {
                return Optional.empty();
            }
        }
        if (grouped && group == GROUPS - 1 && inGroup > 0) {
            int half = GROUP_DIGITS * BITS;
            return Optional.of(new Unid(groups[0] << half | groups[1], groups[2] << half | groups[3]));
        }
        return digits == DIGITS ? Optional.of(new Unid(high, low)) : Optional.empty();
    }
}
