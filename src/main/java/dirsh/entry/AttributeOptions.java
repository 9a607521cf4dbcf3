package dirsh.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the name of an attribute: options, each after a semicolon (RFC 4512), such as {@code ;lang-de} and the
 * {@code ;range=0-1499} by which Active Directory says that it gives a part of a long list only.
 */
public final class AttributeOptions {

    /** What is wrong with an exported entry that ends within a list. */
    public static final String PARTIAL =
            "only the first values of a list were exported (a range, as Active Directory gives of long lists)";

    private static final Pattern RANGE = Pattern.compile(";range=(\\d{1,9})-(\\d{1,9}|\\*)(?=;|$)");

    private AttributeOptions() {}

    /**
     * A part of the values of an attribute.
     *
     * @param last the position of its last value, from 0; empty if no value follows
     */
    public record Range(Optional<Integer> last) {
        /** Whether no value follows. */
        public boolean isLast() {
            return last.isEmpty();
        }
    }

    /** The name without its options. */
    public static String name(String description) {
        int semicolon = description.indexOf(';');
        return semicolon < 0 ? description : description.substring(0, semicolon);
    }

    /** Whether the values are those for a language, which repeat the plain ones in other words. */
    public static boolean isLanguage(String description) {
        return lower(description).contains(";lang-");
    }

    /** The range of values, if the description names one. */
    public static Optional<Range> range(String description) {
        Matcher written = RANGE.matcher(lower(description));
        if (!written.find()) {
            return Optional.empty();
        }
        String last = written.group(2);
        return Optional.of(new Range(last.equals("*") ? Optional.empty() : Optional.of(Integer.valueOf(last))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
