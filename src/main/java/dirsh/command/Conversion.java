package dirsh.command;

import dirsh.diagnose.Cause;
import dirsh.formula.Formula;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The step from one written value to the value of a {@link ParameterKind}.
 *
 * @param parameter what takes it
 * @param error makes the error out of a predicate, such as {@code is no whole number}
 */
record Conversion(Parameter parameter, Function<String, DirshException> error) {

    /** The value as the body gets it. */
    Object one(Object value) {
        return switch (parameter.kind()) {
            case TEXT, CONDITION, COMMAND_LINE, BOOK, RECIPIENTS, PERSON, RUN, PLAN, FILE, FOLDER, ADDRESS, TOPIC ->
                text(value);
            case FORMULA -> value instanceof Formula formula ? formula : Formula.parse(text(value));
            case ITEM_NAMES, NAMES, FIELDS ->
                list(value).stream().map(this::text).toList();
            case CAUSES -> list(value).stream().map(this::cause).toList();
            case NUMBER -> number(value);
            case DECIMAL -> decimal(value);
            case CHOICE -> choice(text(value));
            case SWITCH -> yesOrNo(value);
        };
    }

    /** The field by which an answer can be handed over where its name is wanted, as in {@code why(finding)}. */
    static Optional<String> fieldThatNames(ParameterKind kind) {
        return switch (kind) {
            case BOOK, RECIPIENTS -> Optional.of("name");
            case PERSON -> Optional.of("unid");
            case RUN -> Optional.of("id");
            case TEXT,
                    FORMULA,
                    ITEM_NAMES,
                    NAMES,
                    FIELDS,
                    CONDITION,
                    COMMAND_LINE,
                    CAUSES,
                    PLAN,
                    FILE,
                    FOLDER,
                    ADDRESS,
                    NUMBER,
                    DECIMAL,
                    CHOICE,
                    TOPIC,
                    SWITCH -> Optional.empty();
        };
    }

    private String text(Object value) {
        if (value instanceof Answer answer) {
            return fieldThatNames(parameter.kind())
                    .map(answer.fields()::get)
                    .map(Object::toString)
                    .orElseThrow(() -> unfit(value));
        }
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Path
                || value instanceof File) {
            return value.toString();
        }
        throw unfit(value);
    }

    private DirshException unfit(Object value) {
        return error.apply("takes a " + parameter.kind().word() + ", not a "
                + value.getClass().getSimpleName());
    }

    private static List<?> list(Object value) {
        if (value instanceof Collection<?> values) {
            return List.copyOf(values);
        }
        if (value instanceof CharSequence text) {
            return Arrays.stream(text.toString().split(",", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
        return List.of(value);
    }

    private Cause cause(Object value) {
        if (value instanceof Cause cause) {
            return cause;
        }
        String id = text(value);
        List<String> known = Arrays.stream(Cause.values()).map(Cause::id).toList();
        return Cause.of(id)
                .orElseThrow(() -> error.apply("has no cause '" + id + "'" + Suggestions.didYouMean(id, known)));
    }

    private Integer number(Object value) {
        String written = text(value).strip();
        try {
            int number = Integer.parseInt(written);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw error.apply("'" + written + "' is no whole number from 0 to " + Integer.MAX_VALUE);
        }
        throw error.apply("'" + written + "' is below 0");
    }

    private Double decimal(Object value) {
        String written = text(value).strip();
        try {
            double number = Double.parseDouble(written);
            if (number >= 0 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw error.apply("'" + written + "' is no number");
        }
        throw error.apply("'" + written + "' is not between 0 and " + Integer.MAX_VALUE);
    }

    private String choice(String word) {
        List<String> choices = parameter.choices();
        if (!choices.contains(word)) {
            throw error.apply(
                    "'" + word + "' is none of " + String.join(", ", choices) + Suggestions.didYouMean(word, choices));
        }
        return word;
    }

    private Boolean yesOrNo(Object value) {
        if (value instanceof Boolean yes) {
            return yes;
        }
        return switch (text(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error.apply("is a switch and takes no value: '" + value + "'");
        };
    }
}
