package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in a line where completion was asked for.
 *
 * @param start where the text begins that a choice replaces
 * @param end where it ends; the cursor or the end of the word it stands in
 * @param typed what is there up to the cursor, without an opening quote
 * @param wants what fits there
 * @param spec the command it belongs to, or null
 * @param parameter what it is a value of, or null
 * @param quote the quote that is open, or 0
 * @param owner what the typed text is a member of, such as {@code x.missing}, or the function it may name an argument of;
 *     empty for none
 * @param source the command whose rows come through the pipe before it, or null
 */
record Spot(
        int start,
        int end,
        String typed,
        Wants wants,
        @Nullable CommandSpec spec,
        @Nullable Parameter parameter,
        char quote,
        String owner,
        @Nullable CommandSpec source) {

    private Spot(
            int start,
            int end,
            String typed,
            Wants wants,
            @Nullable CommandSpec spec,
            @Nullable Parameter parameter,
            char quote) {
        this(start, end, typed, wants, spec, parameter, quote, "", null);
    }

    /** What fits at a place. */
    enum Wants {
        COMMAND,
        PIPED_COMMAND,
        OPTION,
        VALUE,
        GROOVY,
        MEMBER,
        NOTHING
    }

    private static final Pattern IN_COMMENT = Pattern.compile("(?:^|\\n)[ \\t]*(?:#|//)[^\\n]*\\z");

    private static final String OPERATORS = "=!~<>";

    private static final String NAME_ENDS = " \t\r\n;|,\"'()[]{}=&<>!+*";

    /** The place at a cursor. */
    static Spot of(LineParser parser, String text, int cursor) {
        String before = text.substring(0, cursor);
        if (IN_COMMENT.matcher(before).find()) {
            return new Spot(cursor, cursor, "", Wants.NOTHING, null, null, (char) 0);
        }
        LineParser.Tail tail = parser.tail(before);
        CommandSpec spec = tail.spec();
        WordReader words = tail.words();
        if (spec != null && words != null) {
            boolean name = tail.start() + spec.name().length() == cursor;
            int nested = lineStart(words, cursor);
            if (!name && (nested < cursor || isLine(words.expected().orElse(null), words, cursor))) {
                return of(parser, text.substring(nested), cursor - nested).movedBy(nested);
            }
            return (name ? command(text, cursor, tail) : inCommand(text, cursor, spec, words)).from(tail.source());
        }
        String code = before.substring(tail.start());
        boolean firstWord = LineParser.nameEnd(before, tail.start()) == cursor;
        return firstWord && !code.startsWith("{")
                ? command(text, cursor, tail)
                : groovy(text, cursor, code).from(tail.source());
    }

    /** Where the command line begins that is an argument and holds the cursor; the cursor itself if there is none. */
    private static int lineStart(WordReader reader, int cursor) {
        return reader.words().stream()
                .filter(word -> word.parameter() != null && word.parameter().kind() == ParameterKind.COMMAND_LINE)
                .mapToInt(Word::start)
                .findFirst()
                .orElse(cursor);
    }

    /** Whether a command line may begin at the cursor, before which a word has ended. */
    private static boolean isLine(@Nullable Parameter expected, WordReader reader, int cursor) {
        List<Word> words = reader.words();
        boolean ended = words.isEmpty() || words.get(words.size() - 1).end() < cursor;
        return ended && expected != null && expected.kind() == ParameterKind.COMMAND_LINE;
    }

    private Spot movedBy(int distance) {
        return new Spot(start + distance, end + distance, typed, wants, spec, parameter, quote, owner, source);
    }

    private Spot from(@Nullable CommandSpec given) {
        return new Spot(start, end, typed, wants, spec, parameter, quote, owner, given);
    }

    private static Spot command(String text, int cursor, LineParser.Tail tail) {
        return new Spot(
                tail.start(),
                wordEnd(text, cursor),
                text.substring(tail.start(), cursor),
                tail.piped() ? Wants.PIPED_COMMAND : Wants.COMMAND,
                null,
                null,
                (char) 0);
    }

    private static Spot groovy(String text, int cursor, String code) {
        int start = identifierStart(text, cursor);
        String typed = text.substring(start, cursor);
        ClosureScope scope = new ClosureScope(code.substring(0, code.length() - typed.length()));
        boolean behindDot = start > 0 && text.charAt(start - 1) == '.';
        Wants wants = behindDot ? Wants.MEMBER : Wants.GROOVY;
        String owner = behindDot ? scope.meaning(owner(text, start)) : scope.function();
        return new Spot(start, cursor, typed, wants, null, null, (char) 0, owner, null);
    }

    private static Spot inCommand(String text, int cursor, CommandSpec spec, WordReader reader) {
        List<Word> words = reader.words();
        Word last = words.isEmpty() ? null : words.get(words.size() - 1);
        if (last == null || last.end() < cursor) {
            Parameter expected = reader.expected().orElse(null);
            if (expected != null && expected.kind() == ParameterKind.FORMULA) {
                return item(text, cursor, spec, expected);
            }
            Wants wants = expected == null ? Wants.OPTION : Wants.VALUE;
            return new Spot(cursor, cursor, "", wants, spec, expected, (char) 0);
        }
        Parameter parameter = last.parameter();
        boolean turned = parameter != null
                && parameter.kind() == ParameterKind.FIELDS
                && !last.value().startsWith("--");
        if (parameter == null || (last.value().startsWith("-") && !turned)) {
            return option(text, last.start(), cursor, spec);
        }
        if (parameter.kind() == ParameterKind.CONDITION) {
            return condition(text, cursor, spec, last, parameter);
        }
        return parameter.kind() == ParameterKind.FORMULA
                ? item(text, cursor, spec, parameter)
                : value(text, cursor, spec, last, parameter);
    }

    private static Spot option(String text, int start, int cursor, CommandSpec spec) {
        return new Spot(
                start, wordEnd(text, cursor), text.substring(start, cursor), Wants.OPTION, spec, null, (char) 0);
    }

    /** Within a formula: the name of an item, or an option behind it. */
    private static Spot item(String text, int cursor, CommandSpec spec, Parameter parameter) {
        int start = identifierStart(text, cursor);
        int dashes = start;
        while (dashes > 0 && text.charAt(dashes - 1) == '-') {
            dashes--;
        }
        if (dashes < start && dashes > 0 && text.charAt(dashes - 1) == ' ') {
            return option(text, dashes, cursor, spec);
        }
        if (start > 0 && text.charAt(start - 1) == '@') {
            return new Spot(start, cursor, text.substring(start, cursor), Wants.NOTHING, spec, parameter, (char) 0);
        }
        return new Spot(start, cursor, text.substring(start, cursor), Wants.VALUE, spec, parameter, (char) 0);
    }

    /** The field of a condition or, behind the operator, its value. */
    private static Spot condition(String text, int cursor, CommandSpec spec, Word word, Parameter parameter) {
        int start = word.start();
        start += "\"'".indexOf(text.charAt(start)) >= 0 ? 1 : 0;
        int operator = start;
        while (operator < cursor && OPERATORS.indexOf(text.charAt(operator)) < 0) {
            operator++;
        }
        String field = text.substring(Math.min(start, operator), operator).strip();
        int value = operator;
        while (value < cursor && (OPERATORS + " \t\"'").indexOf(text.charAt(value)) >= 0) {
            value++;
        }
        boolean compared = operator < cursor;
        int from = compared ? value : Math.min(start, cursor);
        return new Spot(
                from,
                compared ? wordEnd(text, cursor) : cursor,
                text.substring(from, cursor),
                Wants.VALUE,
                spec,
                parameter,
                (char) 0,
                compared ? field : "",
                null);
    }

    private static Spot value(String text, int cursor, CommandSpec spec, Word word, Parameter parameter) {
        char first = word.start() < text.length() ? text.charAt(word.start()) : 0;
        char quote = first == '"' || first == '\'' ? first : 0;
        int start = word.start();
        String typed = word.value();
        boolean list = parameter.kind() == ParameterKind.ITEM_NAMES
                || parameter.kind() == ParameterKind.NAMES
                || parameter.kind() == ParameterKind.FIELDS
                || parameter.kind() == ParameterKind.CAUSES;
        int comma = typed.lastIndexOf(',');
        if (list && comma >= 0) {
            start += comma + 1 + (quote == 0 ? 0 : 1);
            typed = typed.substring(comma + 1);
            quote = 0;
        }
        if (parameter.kind() == ParameterKind.FIELDS && quote == 0 && typed.startsWith("-")) {
            start++;
            typed = typed.substring(1);
        }
        int end = quote != 0 && cursor < text.length() && text.charAt(cursor) == quote ? cursor + 1 : cursor;
        return new Spot(start, quote == 0 ? wordEnd(text, cursor) : end, typed, Wants.VALUE, spec, parameter, quote);
    }

    /** The names joined by dots, or by stars and dots, before a dot that ends there. */
    private static String owner(String text, int end) {
        int start = end;
        while (start > 0 && text.charAt(start - 1) == '.') {
            int dot = start - 1;
            dot -= dot > 0 && "*?".indexOf(text.charAt(dot - 1)) >= 0 ? 1 : 0;
            int element = elementStart(text, dot);
            int name = identifierStart(text, element);
            if (name == element) {
                return "";
            }
            start = name;
        }
        return start == end
                ? ""
                : text.substring(start, end - 1).replace("*", "").replace("?", "");
    }

    /** Where an index such as {@code [0]} begins that ends there; the place itself if there is none. */
    private static int elementStart(String text, int end) {
        int start = end - 1;
        if (start < 1 || text.charAt(start) != ']') {
            return end;
        }
        start--;
        while (start > 0 && Character.isDigit(text.charAt(start))) {
            start--;
        }
        return text.charAt(start) == '[' && start < end - 2 ? start : end;
    }

    private static int identifierStart(String text, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int cursor) {
        int end = cursor;
        while (end < text.length() && NAME_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
