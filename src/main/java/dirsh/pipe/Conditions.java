package dirsh.pipe;

import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a row has to meet: conditions joined by {@code and}, {@code or}, {@code not} and parentheses.
 *
 * <p>Conditions that stand beside each other are joined by {@code and}, which binds closer than {@code or}.
 */
final class Conditions {

    private static final String OPEN = "(";
    private static final String CLOSE = ")";
    private static final String AND = "and";
    private static final String OR = "or";
    private static final String NOT = "not";
    private static final Set<String> JOINING = Set.of(AND, OR, NOT, OPEN, CLOSE);
    private static final String TRY = "where cause=blank or cause=sealed";

    /** A text that was meant as two conditions, but put in quotes as a whole. */
    private static final Pattern JOINED_INSIDE =
            Pattern.compile("(?is).*\\s(?:and|or)\\s+(?:not\\s+)?\\(?\\s*\\w+\\s*[=!~<>].*");

    private final Predicate<Map<String, Object>> test;
    private final List<String> fields;

    private Conditions(Predicate<Map<String, Object>> test, List<String> fields) {
        this.test = test;
        this.fields = List.copyOf(fields);
    }

    /**
     * The conditions of some words, each a condition or one of {@code and}, {@code or}, {@code not} and parentheses.
     *
     * @throws DirshException of bad input if one is no condition, or they are not joined as they should be
     */
    static Conditions parse(List<String> words) {
        Reading reading = new Reading(words);
        Predicate<Map<String, Object>> test = reading.alternatives();
        if (reading.at < words.size()) {
            throw bad("a ) has no ( before it");
        }
        return new Conditions(test, reading.fields);
    }

    /** Whether a row meets them; one without the field does not meet a condition on it. */
    boolean test(Map<String, Object> row) {
        return test.test(row);
    }

    /** The fields that are looked at. */
    List<String> fields() {
        return fields;
    }

    private static DirshException bad(String problem) {
        return DirshException.badInput(problem, TRY);
    }

    /** One reading of the words, by one method for each level of binding. */
    private static final class Reading {

        private final List<String> words;
        private final List<String> fields = new ArrayList<>();
        private int at;

        Reading(List<String> words) {
            this.words = words;
        }

        Predicate<Map<String, Object>> alternatives() {
            Predicate<Map<String, Object>> test = together();
            while (takes(OR)) {
                test = test.or(together());
            }
            return test;
        }

        private Predicate<Map<String, Object>> together() {
            Predicate<Map<String, Object>> test = one();
            while (takes(AND) || (at < words.size() && !Set.of(OR, CLOSE).contains(word()))) {
                test = test.and(one());
            }
            return test;
        }

        private Predicate<Map<String, Object>> one() {
            if (takes(NOT)) {
                return one().negate();
            }
            if (takes(OPEN)) {
                Predicate<Map<String, Object>> test = alternatives();
                if (!takes(CLOSE)) {
                    throw bad("a ( is not closed");
                }
                return test;
            }
            if (at == words.size() || JOINING.contains(word())) {
                String found = at == words.size() ? "the end" : "'" + words.get(at) + "'";
                throw bad("a condition is missing before " + found);
            }
            Condition condition = Condition.parse(words.get(at++));
            if (JOINED_INSIDE.matcher(condition.value()).matches()) {
                throw bad("'" + condition.value() + "' would be one value: and, or stand outside the quotes");
            }
            fields.add(condition.field());
            return row -> Fields.name(row, condition.field())
                    .filter(name -> condition.test(row.get(name)))
                    .isPresent();
        }

        private boolean takes(String joining) {
            boolean there = at < words.size() && word().equals(joining);
            at += there ? 1 : 0;
            return there;
        }

        private String word() {
            return words.get(at).toLowerCase(Locale.ROOT);
        }
    }
}
