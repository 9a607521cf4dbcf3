package dirsh.source.domino;

import dirsh.model.Person;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns a search reads from the summary buffer, and the judgement whether they are enough.
 *
 * <p>The summary buffer shows neither flags nor duplicates, and a column without value is an item that is missing or not
 * in the summary: only the document tells. So whatever is not plainly in order means that the document is opened.
 */
final class SummaryColumns {

    /** The stored alias of Yes: the only value that needs no closer look. */
    private static final String PLAIN = "1";

    /** Who has one of these is looked at whole: conflicts, responses, restricted readers, signatures. */
    private static final List<String> TELLING = List.of("$Conflict", "$REF", "$Readers", "DocReaders", "$Signature");

    /** What the connector requires of a person (Q199171, Q179057): absent or blank is a finding. */
    private static final List<String> REQUIRED = List.of("FullName", "LastName", "MailDomain");

    private final String judged;
    private final Map<String, String> formulas = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final boolean everything;
    private final boolean judging;

    /**
     * The columns for a projection.
     *
     * @param judged the item a healthy person has as {@code 1}
     */
    SummaryColumns(Projection projection, String judged) {
        this.judged = judged;
        this.everything = projection.names().isEmpty();
        this.judging = projection.takes(judged);
        Map<String, String> spelling = new TreeMap<>();
        Person.ITEMS.forEach(name -> spelling.put(name.toLowerCase(Locale.ROOT), name));
        TELLING.forEach(name -> spelling.put(name.toLowerCase(Locale.ROOT), name));
        spelling.put(judged.toLowerCase(Locale.ROOT), judged);
        for (String name : new TreeSet<>(projection.names())) {
            asked.add(spelling.getOrDefault(name, name));
        }
        asked.forEach(name -> formulas.put(name, ""));
        for (String name : List.of("Form", "Type", judged)) {
            formulas.put(name, "");
        }
        TELLING.forEach(name -> formulas.put(name, ""));
        REQUIRED.forEach(name -> formulas.put(name, ""));
    }

    /** Column names with their formulas, in order; an empty formula means the item of that name. */
    Map<String, String> formulas() {
        return formulas;
    }

    /** The items of the projection, in their usual spelling. */
    List<String> asked() {
        return asked;
    }

    /** Whether the columns leave something open that only the document can tell. */
    boolean opens(Function<String, @Nullable Object> column) {
        if (everything) {
            return true;
        }
        for (String name : TELLING) {
            if (column.apply(name) != null) {
                return true;
            }
        }
        if (!judging) {
            return false;
        }
        boolean person = isWord(column, "Form", "Person") || isWord(column, "Type", "Person");
        boolean group = isWord(column, "Form", "Group") || isWord(column, "Type", "Group");
        if (!person && !group) {
            // Neither column: the two may be there outside the summary.
            return column.apply("Form") == null && column.apply("Type") == null;
        }
        return !PLAIN.equals(column.apply(judged))
                || (person && REQUIRED.stream().anyMatch(name -> isBlank(column.apply(name))));
    }

    private static boolean isWord(Function<String, @Nullable Object> column, String name, String word) {
        return column.apply(name) instanceof String text && text.equalsIgnoreCase(word);
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }
}
