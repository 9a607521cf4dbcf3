package dirsh.exchange;

import java.util.Optional;

/**
 * An address with its type, such as {@code NOTES:Denise Graham/Sales/Acme Corp@Acme-HQ} or {@code smtp:jane@acme.com}.
 *
 * <p>Both parts are kept as stored; an upper-case {@code SMTP} marks the primary address.
 *
 * @param type the part before the colon
 * @param value the part behind it
 */
public record ProxyAddress(String type, String value) {

    /** The type of an internet address. */
    public static final String SMTP = "SMTP";

    /** The type of an address in a Notes network. */
    public static final String NOTES = "NOTES";

    private static final int LONGEST_TYPE = 16;

    /** This looks like a type, but is a part of an X.400 address. */
    private static final String PART_OF_X400 = "DDA:";

    /** What no internet address without a type holds. */
    private static final String NOT_PLAIN = " \t\n\u000B\f\r;,|:=/<>\"";

    /** The address that the text spells, if it has a type or is a plain internet address. */
    public static Optional<ProxyAddress> parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        if (beginsWithType(stripped)) {
            int colon = stripped.indexOf(':');
            return Optional.of(new ProxyAddress(
                    stripped.substring(0, colon), stripped.substring(colon + 1).strip()));
        }
        return isPlain(stripped) ? Optional.of(new ProxyAddress("smtp", stripped)) : Optional.empty();
    }

    /** Whether the text begins with an address type and a colon. */
    public static boolean beginsWithType(String text) {
        return beginsWithType(text, 0, text.length());
    }

    /** The same for a part of a text. */
    static boolean beginsWithType(String text, int from, int to) {
        int colon = from;
        while (colon < to && colon - from <= LONGEST_TYPE && text.charAt(colon) != ':') {
            char c = text.charAt(colon);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && (colon == from || c < '0' || c > '9')) {
                return false;
            }
            colon++;
        }
        return colon > from
                && colon < to
                && colon - from <= LONGEST_TYPE
                && !(isD(text.charAt(from)) && text.regionMatches(true, from, PART_OF_X400, 0, PART_OF_X400.length()))
                && !isBlank(text, colon + 1, to);
    }

    /** The letter that a part of an X.400 address begins with; asking for it alone is quicker. */
    private static boolean isD(char c) {
        return c == 'D' || c == 'd';
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is an internet address without a type. */
    public static boolean isPlain(String text) {
        return isPlain(text, 0, text.length());
    }

    /** The same for a part of a text. */
    static boolean isPlain(String text, int from, int to) {
        int at = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            // Of what is not plain only the bar stands behind the capital letters.
            if (c < 'A' || c == '|') {
                if (c == '@' ? at >= 0 : NOT_PLAIN.indexOf(c) >= 0) {
                    return false;
                }
                at = c == '@' ? i : at;
            }
        }
        return at > from && at < to - 1;
    }

    /** Whether the address is of this type; case does not matter. */
    public boolean is(String other) {
        return type.equalsIgnoreCase(other);
    }

    /** Whether this is the primary internet address: its type is in upper case. */
    public boolean isPrimary() {
        return type.equals(SMTP);
    }

    @Override
    public String toString() {
        return type + ":" + value;
    }
}
