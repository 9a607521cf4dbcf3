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
 * @param owner what the typed text is a member of, such as {@code x.missing}; empty for none
 */
record Spot(
        int start,
        int end,
        String typed,
        Wants wants,
        @Nullable CommandSpec spec,
        @Nullable Parameter parameter,
        char quote,
        String owner) {

    Spot(
            int start,
            int end,
            String typed,
            Wants wants,
            @Nullable CommandSpec spec,
            @Nullable Parameter parameter,
            char quote) {
        this(start, end, typed, wants, spec, parameter, quote, "");
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
            return name ? command(text, cursor, tail) : inCommand(text, cursor, spec, words);
        }
        String code = before.substring(tail.start());
        boolean firstWord = LineParser.nameEnd(before, tail.start()) == cursor;
        return firstWord && !code.startsWith("{") ? command(text, cursor, tail) : groovy(text, cursor);
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

    private static Spot groovy(String text, int cursor) {
        int start = identifierStart(text, cursor);
        String typed = text.substring(start, cursor);
        String owner = owner(text, start);
        boolean behindDot = start > 0 && text.charAt(start - 1) == '.';
        Wants wants = behindDot ? Wants.MEMBER : Wants.GROOVY;
        return new Spot(start, cursor, typed, wants, null, null, (char) 0, owner);
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
        if (parameter == null || last.value().startsWith("-")) {
            return option(text, last.start(), cursor, spec);
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

    private static Spot value(String text, int cursor, CommandSpec spec, Word word, Parameter parameter) {
        char first = word.start() < text.length() ? text.charAt(word.start()) : 0;
        char quote = first == '"' || first == '\'' ? first : 0;
        int start = word.start();
        String typed = word.value();
        boolean list = parameter.kind() == ParameterKind.ITEM_NAMES
                || parameter.kind() == ParameterKind.NAMES
                || parameter.kind() == ParameterKind.CAUSES;
        int comma = typed.lastIndexOf(',');
        if (list && comma >= 0) {
            start += comma + 1 + (quote == 0 ? 0 : 1);
            typed = typed.substring(comma + 1);
            quote = 0;
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
            int name = identifierStart(text, dot);
            if (name == dot) {
                return "";
            }
            start = name;
        }
        return start == end
                ? ""
                : text.substring(start, end - 1).replace("*", "").replace("?", "");
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
