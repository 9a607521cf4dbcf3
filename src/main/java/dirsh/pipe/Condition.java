package dirsh.pipe;

import dirsh.model.DirshException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test of one field, such as {@code cause=not-summary}; case does not matter.
 *
 * @param field the name of the field
 * @param operator how to compare
 * @param value what to compare with; yes and no for switches
 */
public record Condition(String field, Operator operator, String value) {

    /** How a field is compared; the longer signs first, as they are read. */
    public enum Operator {
        UNEQUAL("!="),
        LACKS("!~"),
        AT_MOST("<="),
        AT_LEAST(">="),
        SAME("=="),
        EQUAL("="),
        CONTAINS("~"),
        LESS("<"),
        MORE(">");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    private static final String SIGNS = "=!~<>";

    /** The operators as they are written. */
    public static List<String> signs() {
        return Arrays.stream(Operator.values()).map(each -> each.sign).toList();
    }

    /**
     * Reads a condition.
     *
     * @throws DirshException of bad input if there is no field before the operator, or no such operator
     */
    public static Condition parse(String text) {
        int at = 0;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        for (Operator operator : Operator.values()) {
            if (at > 0 && text.startsWith(operator.sign, at)) {
                String value = text.substring(at + operator.sign.length());
                if (!value.isEmpty() && SIGNS.indexOf(value.charAt(0)) >= 0) {
                    break;
                }
                return new Condition(text.substring(0, at).strip(), operator, value.strip());
            }
        }
        throw DirshException.badInput(
                "'" + text + "' is no condition: a field, one of = != ~ !~ < > <= >= and a value",
                "where cause=blank or 'fullName~van der'");
    }

    /** Whether the value of the field passes; one of a list is enough, unless the operator denies. */
    boolean test(@Nullable Object found) {
        return switch (operator) {
            case UNEQUAL -> !anyEquals(found);
            case LACKS -> !anyContains(found);
            case EQUAL, SAME -> anyEquals(found);
            case CONTAINS -> anyContains(found);
            case AT_MOST -> !isBlank(found) && order(found) <= 0;
            case AT_LEAST -> !isBlank(found) && order(found) >= 0;
            case LESS -> !isBlank(found) && order(found) < 0;
            case MORE -> !isBlank(found) && order(found) > 0;
        };
    }

    private boolean anyEquals(@Nullable Object found) {
        if (found instanceof List<?> list && !list.isEmpty()) {
            return list.stream().anyMatch(this::anyEquals);
        }
        return found instanceof Number ? order(found) == 0 : isSame(found);
    }

    private boolean isSame(@Nullable Object found) {
        String other = found instanceof Boolean
                ? value.replaceAll("(?i)^true$", "yes").replaceAll("(?i)^false$", "no")
                : value;
        return Fields.folded(Fields.text(found)).equals(Fields.folded(other));
    }

    private boolean anyContains(@Nullable Object found) {
        return Fields.folded(Fields.text(found)).contains(Fields.folded(value));
    }

    /** What is not there is neither more nor less than anything. */
    private static boolean isBlank(@Nullable Object found) {
        return Fields.text(found).isBlank();
    }

    private int order(@Nullable Object found) {
        return Fields.compare(found instanceof Number ? found : Fields.text(found), comparable(found));
    }

    private Object comparable(@Nullable Object found) {
        if (!(found instanceof Number)) {
            return value;
        }
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            throw DirshException.badInput(
                    field + " is a number, '" + value + "' is none", "where " + field + operator.sign + "10");
        }
    }
}
