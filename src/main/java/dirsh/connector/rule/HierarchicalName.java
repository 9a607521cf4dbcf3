package dirsh.connector.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;

/**
 * A name in one of the three forms that X500 takes: {@code /o=org/ou=site/cn=name}, {@code cn=name/ou=site/o=org/c=us} and
 * {@code name/site/org/us} (KB Q180517).
 *
 * <p>Ours: of several names joined by semicolons the first counts, and in the short form the last part is the country if
 * it has two letters and at least two parts stand before it.
 */
record HierarchicalName(List<Part> parts) {

    private static final int COUNTRY_LETTERS = 2;
    private static final int FEWEST_WITH_COUNTRY = 3;

    /**
     * One part.
     *
     * @param label such as {@code cn}, in lower case
     * @param value what it says
     */
    record Part(String label, String value) {}

    HierarchicalName {
        parts = List.copyOf(parts);
    }

    static HierarchicalName parse(String text) {
        String first = StringUtils.substringBefore(text, ";").strip();
        String[] pieces = StringUtils.split(first, '/');
        boolean labelled = pieces.length > 0 && label(pieces[0]) > 0;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            int equals = label(pieces[i]);
            if (labelled && equals > 0) {
                parts.add(new Part(
                        pieces[i].substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pieces[i].substring(equals + 1).strip()));
            } else {
                parts.add(new Part(position(pieces, i), pieces[i].strip()));
            }
        }
        return new HierarchicalName(parts);
    }

    /** The value of the n-th part of that label, counted from 1; empty if there is none. */
    String part(String label, int index) {
        return parts.stream()
                .filter(part -> part.label().equalsIgnoreCase(label.strip()))
                .skip(Math.max(0, index - 1))
                .map(Part::value)
                .findFirst()
                .orElse("");
    }

    private static int label(String piece) {
        int equals = piece.indexOf('=');
        return equals > 0 && StringUtils.isAlpha(piece.substring(0, equals).strip()) ? equals : -1;
    }

    private static String position(String[] pieces, int at) {
        if (at == 0) {
            return "cn";
        }
        int end = pieces.length - 1;
        boolean country = pieces.length >= FEWEST_WITH_COUNTRY
                && pieces[end].strip().length() == COUNTRY_LETTERS
                && StringUtils.isAlpha(pieces[end].strip());
        if (country && at == end) {
            return "c";
        }
        return at == (country ? end - 1 : end) ? "o" : "ou";
    }
}
