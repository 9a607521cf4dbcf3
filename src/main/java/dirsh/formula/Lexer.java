package dirsh.formula;

import dirsh.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a formula to its words. */
final class Lexer {

    /** "Numeric constants": the point may stand before, within or behind the digits; an exponent may follow. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}\\p{M}_$]*");

    private static final Pattern FUNCTION = Pattern.compile("@[A-Za-z][A-Za-z0-9_]*");

    /** The longest first, so that none hides another. */
    private static final List<String> SIGNS = List.of(
            "!=", "<>", "><", "=!", "<=", ">=", "=", "<", ">", "&", "|", "!", "+", "-", "*", "/", ":", ";", "(", ")");

    /** What people of other languages write, and what Notes writes instead. */
    private static final Map<String, String> FOREIGN =
            Map.of("==", "=", "&&", "&", "||", "|", "=<", "<=", "=>", ">=", "!==", "!=", "===", "=");

    /** Of Notes, but not of the subset. */
    private static final List<String> REFUSED =
            List.of(":=", "*<>", "*<=", "*>=", "*=", "*<", "*>", "**", "*/", "*+", "*-");

    private static final String QUOTES = "'\u2018\u2019\u201C\u201D\u201E`";

    private final String formula;
    private final Fault fault;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String formula) {
        this.formula = formula;
        this.fault = new Fault(formula);
    }

    /** The words, the last of kind END. */
    List<Token> tokens() {
        while (at < formula.length()) {
            char c = formula.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"') {
                quoted();
            } else if (c == '{') {
                enclosed(Kind.TEXT, '}', "this text is not closed: a } is missing");
            } else if (c == '[') {
                enclosed(Kind.TIME, ']', "this time is not closed: a ] is missing");
            } else if (!word(NUMBER, Kind.NUMBER) && !word(NAME, Kind.NAME) && !word(FUNCTION, Kind.FUNCTION)) {
                sign();
            }
        }
        tokens.add(new Token(Kind.END, "", formula.length()));
        return tokens;
    }

    /** A backslash takes the next character as it is, whatever it is ("Text constants" and the page of @Matches). */
    private void quoted() {
        StringBuilder content = new StringBuilder();
        for (int i = at + 1; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if (c == '"') {
                tokens.add(new Token(Kind.TEXT, content.toString(), at));
                at = i + 1;
                return;
            }
            if (c == '\\' && i + 1 < formula.length()) {
                i++;
            }
            content.append(formula.charAt(i));
        }
        throw fault.at(at, "this text is not closed: a \" is missing", "");
    }

    private void enclosed(Kind kind, char close, String unclosed) {
        int end = formula.indexOf(close, at);
        if (end < 0) {
            throw fault.at(at, unclosed, "");
        }
        tokens.add(new Token(kind, formula.substring(at + 1, end), at));
        at = end + 1;
    }

    private boolean word(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(formula).region(at, formula.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        tokens.add(new Token(kind, matcher.group(), at));
        at = matcher.end();
        return true;
    }

    private void sign() {
        for (int length = 3; length > 1; length--) {
            String signs = formula.substring(at, Math.min(at + length, formula.length()));
            String notes = FOREIGN.get(signs);
            if (notes != null) {
                throw fault.at(at, "Notes writes " + notes + " for " + signs, at, at + signs.length(), notes);
            }
            if (REFUSED.contains(signs)) {
                throw fault.at(at, signs + " is not in dirsh's subset of the formula language", "help formulas");
            }
        }
        for (String sign : SIGNS) {
            if (formula.startsWith(sign, at)) {
                tokens.add(new Token(Kind.SIGN, sign, at));
                at += sign.length();
                return;
            }
        }
        if (QUOTES.indexOf(formula.charAt(at)) >= 0) {
            throw foreignQuote();
        }
        String shown = new String(Character.toChars(formula.codePointAt(at)));
        if (shown.equals(",")) {
            throw fault.at(at, "arguments are separated by ;", at, at + 1, ";");
        }
        throw fault.at(at, Character.isISOControl(shown.charAt(0)) ? "a control character" : "unexpected " + shown, "");
    }

    private RuntimeException foreignQuote() {
        String message = "a text stands in double quotes";
        for (int i = at + 1; i < formula.length(); i++) {
            if (QUOTES.indexOf(formula.charAt(i)) >= 0) {
                String text = formula.substring(at + 1, i).replace("\\", "\\\\").replace("\"", "\\\"");
                return fault.at(at, message, at, i + 1, '"' + text + '"');
            }
        }
        return fault.at(at, message, "");
    }
}
