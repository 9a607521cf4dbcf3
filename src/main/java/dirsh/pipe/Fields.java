package dirsh.pipe;

import dirsh.command.Suggestions;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a stage asks its rows for, by names in which case does not matter.
 *
 * <p>Not every row needs to have each, but a name that no row has is an error rather than an empty result.
 */
final class Fields {

    private final Set<String> missing;
    private final Set<String> seen = new LinkedHashSet<>();

    Fields(Collection<String> wanted) {
        this.missing = new LinkedHashSet<>(wanted);
    }

    /** An object of a pipe as named values; what is no row is one under the name {@code value}. */
    static Map<String, Object> of(Object object) {
        if (object instanceof Answer answer) {
            return answer.fields();
        }
        if (object instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> fields.put(String.valueOf(name), value == null ? "" : value));
            return fields;
        }
        return Collections.singletonMap("value", object);
    }

    /** The name of a field as a row spells it. */
    static Optional<String> name(Map<String, Object> row, String wanted) {
        return row.containsKey(wanted)
                ? Optional.of(wanted)
                : row.keySet().stream().filter(wanted::equalsIgnoreCase).findFirst();
    }

    /** The value of a field; null where the row has none of that name. */
    static @Nullable Object value(Map<String, Object> row, String wanted) {
        return name(row, wanted).map(row::get).orElse(null);
    }

    /** Takes note of the fields a row has; gives whether all that is wanted has been seen by now. */
    boolean look(Map<String, Object> row) {
        if (!missing.isEmpty()) {
            seen.addAll(row.keySet());
            missing.removeIf(name -> name(row, name).isPresent());
        }
        return missing.isEmpty();
    }

    /**
     * Checks at the end of the rows.
     *
     * @throws DirshException of bad input if there were rows and none had one of the fields
     */
    void check() {
        if (!missing.isEmpty() && !seen.isEmpty()) {
            String name = missing.iterator().next();
            throw DirshException.badInput(
                    "these rows have no field '" + name + "'" + Suggestions.didYouMean(name, seen),
                    "one of: " + String.join(", ", seen));
        }
    }

    /** A value as it is compared and grouped: what a table shows, and a list by its elements. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof List<?> list
                ? list.stream().map(Fields::text).collect(Collectors.joining("; "))
                : value.toString();
    }

    /** Numbers by size and before texts, which are ordered without case. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        if (left instanceof Number || right instanceof Number) {
            return left instanceof Number ? -1 : 1;
        }
        return folded(text(left)).compareTo(folded(text(right)));
    }

    /** Without case, the same in every locale. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
