package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of one command, read from behind its name up to the next separator outside quotes and brackets.
 *
 * <p>The declaration decides how a word is read: a formula is taken raw, everything else is split at blanks. A backslash
 * is a plain character, since paths hold it. Nothing is refused here: what stays open is marked, so that completion can
 * read half a line.
 */
final class WordReader {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String OPERATORS = "=!~<>";

    private final String text;
    private final CommandText line;
    private final CommandSpec spec;
    private final boolean cut;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int arguments;
    /** Up to here separators stand in brackets. */
    private int bracketsEnd;
    /** Parentheses around conditions that are open here. */
    private int parentheses;

    private @Nullable Parameter awaited;
    private @Nullable Redirect redirect;

    private WordReader(String text, int at, CommandSpec spec, boolean cut) {
        this.text = text;
        this.line = new CommandText(text);
        this.at = at;
        this.spec = spec;
        this.cut = cut;
    }

    /**
     * Reads the words that stand from a place on.
     *
     * @param cut whether the text goes on behind its end, so that an open bracket there is none too many
     */
    static WordReader read(String text, int from, CommandSpec spec, boolean cut) {
        WordReader reader = new WordReader(text, from, spec, cut);
        reader.readAll();
        return reader;
    }

    /** The words in order. */
    List<Word> words() {
        return words;
    }

    /** Where the command ends: at a separator or at the end of the text. */
    int end() {
        return at;
    }

    /**
     * The file that gets the result.
     *
     * @throws DirshException if no file is named, or anything stands behind it
     */
    Optional<Redirect> target() {
        Redirect target = redirect;
        if (target != null && target.file().isEmpty()) {
            throw DirshException.badInput(
                    "a " + (target.append() ? ">>" : ">") + " is followed by one file, the last word of the line",
                    spec.name() + " … > result.csv");
        }
        return Optional.ofNullable(target);
    }

    /** What a further word would be a value of. */
    Optional<Parameter> expected() {
        return awaited != null ? Optional.of(awaited) : nextArgument();
    }

    private void readAll() {
        while (true) {
            skipBlanks();
            if (ended()) {
                return;
            }
            if (line.comment(at)) {
                at = line.endOfLine(at);
                return;
            }
            Parameter parameter = awaited;
            if (parameter != null) {
                awaited = null;
                value(parameter);
            } else if (text.charAt(at) == '>') {
                redirect();
                return;
            } else if (line.option(at) && !isField()) {
                option();
            } else {
                Parameter argument = nextArgument().orElse(null);
                arguments++;
                value(argument);
            }
        }
    }

    /** A minus before a field's name turns the order, unless it begins one of the options. */
    private boolean isField() {
        boolean fields = nextArgument()
                .filter(next -> next.kind() == ParameterKind.FIELDS)
                .isPresent();
        return fields && !text.startsWith("--", at) && !line.formulaOption(at);
    }

    /** Reads what stands behind the sign, which only ever stands where a word could begin: a comparison has it inside. */
    private void redirect() {
        boolean append = text.startsWith(">>", at);
        int sign = at;
        at += append ? 2 : 1;
        skipBlanks();
        int before = words.size();
        if (!ended() && !line.comment(at)) {
            plain(null);
        }
        skipBlanks();
        boolean alone = ended() || line.comment(at);
        boolean named = words.size() > before && !words.get(before).open();
        String file = alone && named ? words.remove(before).value() : "";
        at = alone && !ended() ? line.endOfLine(at) : at;
        redirect = new Redirect(file, append);
        if (!alone) {
            at = sign;
            while (!ended()) {
                at++;
            }
        }
    }

    private Optional<Parameter> nextArgument() {
        List<Parameter> declared = spec.arguments();
        if (arguments < declared.size()) {
            return Optional.of(declared.get(arguments));
        }
        return declared.isEmpty() || !declared.get(declared.size() - 1).many()
                ? Optional.empty()
                : Optional.of(declared.get(declared.size() - 1));
    }

    private void option() {
        int start = at;
        while (!ended() && !line.blank(at) && text.charAt(at) != '=') {
            at++;
        }
        Parameter parameter =
                CommonOptions.find(spec, text.substring(start, at)).orElse(null);
        if (parameter == null || parameter.kind() == ParameterKind.SWITCH) {
            at = start;
            plain(null);
            return;
        }
        words.add(new Word(text.substring(start, at), start, at, false, null));
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            value(parameter);
        } else {
            awaited = parameter;
        }
    }

    private void value(@Nullable Parameter parameter) {
        boolean quote = at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0;
        if (parameter != null && parameter.kind() == ParameterKind.CONDITION) {
            if (quote) {
                words.add(compared(parameter));
            } else {
                condition(parameter);
            }
        } else if (parameter != null && parameter.kind() == ParameterKind.COMMAND_LINE) {
            commandLine(parameter);
        } else if (parameter == null || parameter.kind() != ParameterKind.FORMULA) {
            plain(parameter);
        } else if (at < text.length() && text.charAt(at) == '\'') {
            quotedFormula(parameter);
        } else {
            rawFormula(parameter);
        }
    }

    private void plain(@Nullable Parameter parameter) {
        int start = at;
        boolean open = false;
        StringBuilder value = new StringBuilder();
        while (!ended() && !line.blank(at)) {
            char c = text.charAt(at);
            // An apostrophe within a word is one: O'Brien.
            boolean quote = (c == '"' || c == '\'') && (at == start || text.charAt(at - 1) == '=');
            if (!quote) {
                protectBrackets(c);
                value.append(c);
                at++;
                continue;
            }
            int close = text.indexOf(c, at + 1);
            open = close < 0;
            value.append(text, at + 1, open ? text.length() : close);
            at = open ? text.length() : close + 1;
        }
        words.add(new Word(value.toString(), start, at, open, parameter));
    }

    /** A field with its operator and value as one word, whatever blanks stand around the operator; or a parenthesis. */
    private void condition(Parameter parameter) {
        int start = at;
        char first = text.charAt(at);
        if (first == '(' || first == ')') {
            parentheses = Math.max(0, parentheses + (first == '(' ? 1 : -1));
            words.add(new Word(String.valueOf(first), start, ++at, false, parameter));
            return;
        }
        while (!ended()
                && !line.blank(at)
                && "()".indexOf(text.charAt(at)) < 0
                && OPERATORS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        StringBuilder value = new StringBuilder(text.substring(start, at));
        int operator = line.afterBlanks(at);
        boolean spaced = operator > at;
        boolean open = false;
        if (operator < text.length() && OPERATORS.indexOf(text.charAt(operator)) >= 0) {
            at = operator;
            while (at < text.length() && OPERATORS.indexOf(text.charAt(at)) >= 0) {
                value.append(text.charAt(at++));
            }
            // An empty value is one that nothing touches: cause= offered=yes.
            at = spaced ? line.afterBlanks(at) : at;
            if (!ended() && !line.blank(at)) {
                Word compared = compared(null);
                value.append(compared.value());
                open = compared.open();
            }
        }
        words.add(new Word(value.toString(), start, at, open, parameter));
    }

    /** A value, or a condition in quotes, without the parentheses behind it that close those around conditions. */
    private Word compared(@Nullable Parameter parameter) {
        int start = at;
        plain(parameter);
        Word word = words.remove(words.size() - 1);
        boolean quote = "'\"".indexOf(text.charAt(start)) >= 0;
        int from = quote ? text.indexOf(text.charAt(start), start + 1) + 1 : start;
        int closing = 0;
        int left = 0;
        for (int i = at - 1; i >= from && !word.open(); i--) {
            closing += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
        }
        while (left < Math.min(closing, parentheses) && text.charAt(at - 1) == ')') {
            at--;
            left++;
        }
        String value = word.value();
        return new Word(value.substring(0, value.length() - left), start, at, word.open(), parameter);
    }

    /** Everything up to the next separator of command lines outside quotes and brackets, pipes and options included. */
    private void commandLine(Parameter parameter) {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (c == ';' || c == '\n')) {
                break;
            }
            int close = c == '"' || (c == '\'' && line.blank(at - 1)) ? text.indexOf(c, at + 1) : -1;
            depth = OPENING.indexOf(c) >= 0 ? depth + 1 : CLOSING.indexOf(c) >= 0 ? Math.max(0, depth - 1) : depth;
            at = close > 0 ? close + 1 : at + 1;
        }
        words.add(new Word(text.substring(start, at).strip(), start, at, false, parameter));
    }

    private void quotedFormula(Parameter parameter) {
        int start = at;
        int close = closingApostrophe(start + 1);
        boolean open = close < 0;
        at = open ? text.length() : close + 1;
        words.add(new Word(text.substring(start + 1, open ? at : close), start, at, open, parameter));
    }

    /** The apostrophe that ends the formula: not the one in "O'Brien", unless double quotes do not pair up. */
    private int closingApostrophe(int from) {
        boolean inString = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                inString = !inString;
            } else if (c == '\'' && !inString) {
                return i;
            }
        }
        return text.indexOf('\'', from);
    }

    private void rawFormula(Parameter parameter) {
        int start = at;
        boolean open = !rawFormulaEnd(true);
        if (open && !cut) {
            // An open bracket must not swallow the commands after it: the formula's own error names it.
            at = start;
            rawFormulaEnd(false);
        }
        words.add(new Word(text.substring(start, at).strip(), start, at, open, parameter));
    }

    private boolean rawFormulaEnd(boolean brackets) {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '{') {
                int close = text.indexOf(c == '"' ? '"' : '}', at + 1);
                if (close < 0) {
                    at = line.endOfLine(at);
                    return false;
                }
                at = close;
            } else if (brackets && (c == '(' || c == '[')) {
                depth++;
            } else if (brackets && (c == ')' || c == ']')) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0
                    && (line.separator(at) || (line.blank(at) && (line.formulaOption(at) || line.commentAfter(at))))) {
                return true;
            }
            at++;
        }
        return depth == 0;
    }

    private void protectBrackets(char c) {
        if (at < bracketsEnd || OPENING.indexOf(c) < 0) {
            return;
        }
        int depth = 0;
        for (int i = at; i < line.endOfLine(at); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(text.charAt(i)) >= 0 && --depth == 0) {
                bracketsEnd = i;
                return;
            }
        }
    }

    private boolean ended() {
        return at >= text.length() || (line.separator(at) && at >= bracketsEnd);
    }

    private void skipBlanks() {
        at = line.afterBlanks(at);
    }
}
