package dirsh.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of addresses in one cell, joined by whatever the export script liked: semicolon, comma, bar or blank.
 *
 * <p>The joiners also occur inside addresses: a Notes address holds blanks, an X.400 address semicolons. So a joiner ends an
 * address only where another one begins behind it: a type with its colon, or, if no part of a longer address can be meant, a
 * plain internet address.
 */
final class JoinedAddresses {

    private static final boolean[] ASCII = ascii();

    private JoinedAddresses() {}

    /** The addresses of the cell in their order, and what is no address between them. */
    static List<String> split(String cell) {
        List<String> addresses = new ArrayList<>();
        int start = afterJoiners(cell, 0);
        while (start < cell.length()) {
            int end = end(cell, start);
            addresses.add(cell.substring(start, withoutJoiners(cell, start, end)));
            start = afterJoiners(cell, end);
        }
        return addresses;
    }

    /** Where an address ends that may have the joiner of a list behind it. */
    private static int withoutJoiners(String cell, int start, int end) {
        int last = end;
        while (last > start
                && isJoiner(cell.charAt(last - 1))
                && !(cell.charAt(last - 1) == ';' && isX400(cell, start, last))) {
            last--;
        }
        return last;
    }

    /** Each part of an X.400 address ends in a semicolon, so the last one belongs to the address. */
    private static boolean isX400(String cell, int start, int end) {
        return begins(cell, start, end, "X400:");
    }

    private static boolean begins(String cell, int start, int end, String type) {
        return end - start >= type.length() && cell.regionMatches(true, start, type, 0, type.length());
    }

    private static int end(String cell, int start) {
        int word = endOfWord(cell, start);
        if (begins(cell, start, word, "smtp:") || ProxyAddress.isPlain(cell, start, word)) {
            return word;
        }
        for (int at = word; at < cell.length(); at = endOfWord(cell, at)) {
            int next = afterJoiners(cell, at);
            boolean blank = isBlank(cell, at, next);
            if (next < cell.length() && beginsAddress(cell, next, blank)) {
                boolean own = isX400(cell, start, word) && cell.charAt(at) == ';' && next > at + 1;
                return own ? at + 1 : at;
            }
            at = next;
        }
        return cell.length();
    }

    /** Behind blanks a plain address may be the rest of a Notes name, as in {@code Denise Graham/Acme Corp@Acme-HQ}. */
    private static boolean beginsAddress(String cell, int at, boolean afterBlank) {
        int end = endOfWord(cell, at);
        return ProxyAddress.beginsWithType(cell, at, end) || (!afterBlank && ProxyAddress.isPlain(cell, at, end));
    }

    private static boolean isBlank(String cell, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int endOfWord(String cell, int from) {
        int at = from;
        while (at < cell.length() && !isJoiner(cell.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterJoiners(String cell, int from) {
        int at = from;
        while (at < cell.length() && isJoiner(cell.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isJoiner(char c) {
        return c < ASCII.length ? ASCII[c] : Character.isWhitespace(c);
    }

    /** By each character of ASCII whether it is a joiner; nearly all are asked for here. */
    private static boolean[] ascii() {
        boolean[] joiners = new boolean[1 << 7];
        for (char c = 0; c < joiners.length; c++) {
            joiners[c] = c == ';' || c == ',' || c == '|' || Character.isWhitespace(c);
        }
        return joiners;
    }
}
