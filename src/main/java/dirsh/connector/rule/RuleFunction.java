package dirsh.connector.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * The functions of mapping rules, which KB Q180517 describes one by one, and CRLF, which the Exchange 2000 and 2003 documentation
 * adds.
 *
 * <p>What the article leaves open is ours and marked so. Positions count from 1, as the article's do.
 */
enum RuleFunction {
    /** Both texts joined, or nothing if either is empty. */
    AND(
            2,
            2,
            "",
            (arguments, values) ->
                    arguments.get(0).isEmpty() || arguments.get(1).isEmpty()
                            ? ""
                            : arguments.get(0) + arguments.get(1)),
    /** A parameter of Exchconn.ini; nothing if section or parameter is not there. */
    CFGPARM(1, 2, "", (arguments, values) -> values.parameter(arguments.get(0), given(arguments, 1))),
    /** A line end, for addresses of several lines; in the connector of Exchange 2000 and 2003 only. */
    CRLF(0, 0, "", (arguments, values) -> "\r\n"),
    /** The third argument if the first two are the same but for case, else the fourth. */
    ISEQUAL(
            4,
            4,
            "",
            (arguments, values) ->
                    arguments.get(0).equalsIgnoreCase(arguments.get(1)) ? arguments.get(2) : arguments.get(3)),
    /** The first characters, padded on the right. */
    LEFT(2, 3, "1", (arguments, values) -> {
        int length = number(arguments.get(1));
        return StringUtils.rightPad(StringUtils.left(arguments.get(0), length), length, pad(arguments, 2));
    }),
    LOWER(1, 1, "", (arguments, values) -> arguments.get(0).toLowerCase(Locale.ROOT)),
    /** The first name of a person's name. */
    NAMEF(1, 2, "1", (arguments, values) -> PersonalName.of(arguments).first()),
    /** The last name of a person's name. */
    NAMEL(1, 2, "1", (arguments, values) -> PersonalName.of(arguments).last()),
    /** What is neither first nor last name. The article's examples end in a blank where no style is given; so do ours. */
    NAMEM(1, 2, "1", (arguments, values) -> {
        String middle = PersonalName.of(arguments).middle();
        return middle.isEmpty() || given(arguments, 1).isPresent() ? middle : middle + " ";
    }),
    /** Where the second text begins in the first, or 0. That case matters is ours, and that an empty text is nowhere. */
    POS(
            2,
            2,
            "",
            (arguments, values) -> arguments.get(1).isEmpty()
                    ? "0"
                    : String.valueOf(arguments.get(0).indexOf(arguments.get(1)) + 1)),
    /** Every letter behind another one in lower case, the others in upper case: {@code O'Malley}. */
    PROPER(1, 1, "", (arguments, values) -> proper(arguments.get(0))),
    /** Each character of the second text replaced by its counterpart in the third, or removed if it has none. */
    REPLACE(
            2,
            3,
            "",
            (arguments, values) -> StringUtils.replaceChars(
                    arguments.get(0), arguments.get(1), given(arguments, 2).orElse(""))),
    /** The last characters, padded on the left. */
    RIGHT(2, 3, "1", (arguments, values) -> {
        int length = number(arguments.get(1));
        return StringUtils.leftPad(StringUtils.right(arguments.get(0), length), length, pad(arguments, 2));
    }),
    /**
     * The first text without the second and all that is to one side of it: which occurrence (L or R), and which side.
     * That a text which does not occur removes nothing is ours; the shipped rule for TA relies on it.
     */
    STRIP(2, 4, "", (arguments, values) -> strip(arguments)),
    /** A part by position and length, padded on the right; the rest of the text if no length is given. */
    SUBSTR(2, 4, "12", (arguments, values) -> {
        String text = arguments.get(0);
        int start = Math.max(1, number(arguments.get(1)));
        int length =
                given(arguments, 2).map(RuleFunction::number).orElseGet(() -> Math.max(0, text.length() - start + 1));
        return StringUtils.rightPad(StringUtils.mid(text, start - 1, length), length, pad(arguments, 3));
    }),
    /** Without blanks at the left, the right or both sides; both is our default. */
    TRIM(1, 2, "", (arguments, values) -> {
        String side = given(arguments, 1).orElse("B").strip().toUpperCase(Locale.ROOT);
        String text = side.equals("R") ? arguments.get(0) : StringUtils.stripStart(arguments.get(0), " ");
        return side.equals("L") ? text : StringUtils.stripEnd(text, " ");
    }),
    UPPER(1, 1, "", (arguments, values) -> arguments.get(0).toUpperCase(Locale.ROOT)),
    /** So many words from the n-th on; nothing if there are fewer than n. */
    WORD(2, 3, "12", (arguments, values) -> {
        List<String> words = Arrays.asList(StringUtils.split(arguments.get(0), ' '));
        int from = Math.max(1, number(arguments.get(1))) - 1;
        int count = given(arguments, 2).map(RuleFunction::number).orElse(1);
        return from >= words.size() ? "" : String.join(" ", words.subList(from, Math.min(words.size(), from + count)));
    }),
    /** A part of a hierarchical name by its label, the n-th if there are several. */
    X500(2, 3, "2", (arguments, values) -> HierarchicalName.parse(arguments.get(0))
            .part(
                    arguments.get(1),
                    given(arguments, 2).map(RuleFunction::number).orElse(1)));

    private final int fewest;
    private final int most;
    private final String numbers;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Body body;

    /** What a function does with its arguments. */
    @FunctionalInterface
    interface Body {
        String apply(List<String> arguments, RuleValues values);
    }

    /**
     * A function.
     *
     * @param numbers the positions, from 0, of arguments that must be numbers
     */
    RuleFunction(int fewest, int most, String numbers, Body body) {
        this.fewest = fewest;
        this.most = most;
        this.numbers = numbers;
        this.body = body;
    }

    /** The function of that name; case does not matter. */
    static Optional<RuleFunction> of(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** How many arguments it takes, in words; empty if so many are right. */
    Optional<String> objection(int count) {
        if (count >= fewest && count <= most) {
            return Optional.empty();
        }
        String takes = fewest == most ? String.valueOf(fewest) : fewest + " to " + most;
        return Optional.of(name() + " takes " + takes + " arguments, not " + count);
    }

    /** Whether the argument at this position, from 0, may be left out. */
    boolean isOptional(int position) {
        return position >= fewest && position < most;
    }

    /** Whether the argument at this position, from 0, must be a number. */
    boolean takesNumber(int position) {
        return numbers.contains(String.valueOf(position));
    }

    String apply(List<String> arguments, RuleValues values) {
        return body.apply(arguments, values);
    }

    /** Whether a constant can stand where a number is wanted. */
    static boolean isNumber(String text) {
        return text.strip().matches("\\d{1,9}");
    }

    /** The number a text spells, at most the longest value; 0 for any other text, which is ours. */
    private static int number(String text) {
        return isNumber(text) ? Math.min(Expression.LONGEST, Integer.parseInt(text.strip())) : 0;
    }

    /** An argument that may be left out, or empty, for its default. */
    static Optional<String> given(List<String> arguments, int position) {
        return arguments.size() > position
                ? Optional.of(arguments.get(position)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static char pad(List<String> arguments, int position) {
        return given(arguments, position).map(text -> text.charAt(0)).orElse(' ');
    }

    private static String proper(String text) {
        StringBuilder proper = new StringBuilder(text.length());
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            proper.append(inWord ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
            inWord = Character.isLetter(letter);
        }
        return proper.toString();
    }

    private static String strip(List<String> arguments) {
        String text = arguments.get(0);
        String sought = arguments.get(1);
        // Each direction is the other one's default, and to the right is that of both.
        Optional<String> from = given(arguments, 2);
        Optional<String> towards = given(arguments, 3);
        boolean fromLeft = isLeft(from.or(() -> towards).orElse("R"));
        boolean towardsLeft = isLeft(towards.or(() -> from).orElse("R"));
        int at = fromLeft ? text.indexOf(sought) : text.lastIndexOf(sought);
        if (at < 0 || sought.isEmpty()) {
            return text;
        }
        return towardsLeft ? text.substring(at + sought.length()) : text.substring(0, at);
    }

    private static boolean isLeft(String direction) {
        return direction.strip().equalsIgnoreCase("L");
    }
}
