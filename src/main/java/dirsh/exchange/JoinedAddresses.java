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

    private JoinedAddresses() {}

    /** The addresses of the cell in their order, and what is no address between them. */
    static List<String> split(String cell) {
        List<String> addresses = new ArrayList<>();
        int start = afterJoiners(cell, 0);
        while (start < cell.length()) {
            int end = end(cell, start);
            addresses.add(withoutJoiners(cell.substring(start, end)));
            start = afterJoiners(cell, end);
        }
        return addresses;
    }

    /** One address that may end in the joiner of a list. */
    private static String withoutJoiners(String text) {
        int end = text.length();
        while (end > 0 && isJoiner(text.charAt(end - 1)) && !(isX400(text) && text.charAt(end - 1) == ';')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Each part of an X.400 address ends in a semicolon, so the last one belongs to the address. */
    private static boolean isX400(String text) {
        return text.regionMatches(true, 0, "X400:", 0, 5);
    }

    private static int end(String cell, int start) {
        int word = endOfWord(cell, start);
        String first = cell.substring(start, word);
        boolean internet = first.regionMatches(true, 0, "smtp:", 0, 5) || ProxyAddress.isPlain(first);
        if (internet) {
            return word;
        }
        for (int at = word; at < cell.length(); at = endOfWord(cell, at)) {
            int next = afterJoiners(cell, at);
            boolean blank = isBlank(cell, at, next);
            if (next < cell.length() && beginsAddress(cell, next, blank)) {
                boolean own = isX400(first) && cell.charAt(at) == ';' && next > at + 1;
                return own ? at + 1 : at;
            }
            at = next;
        }
        return cell.length();
    }

    /** Behind blanks a plain address may be the rest of a Notes name, as in {@code Denise Graham/Acme Corp@Acme-HQ}. */
    private static boolean beginsAddress(String cell, int at, boolean afterBlank) {
        String word = cell.substring(at, endOfWord(cell, at));
        return ProxyAddress.beginsWithType(word) || (!afterBlank && ProxyAddress.isPlain(word));
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
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return !letter && (c == ';' || c == ',' || c == '|' || Character.isWhitespace(c));
    }
}
