package dirsh.shell;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * A look over Groovy text that finds where a statement ends, without Groovy.
 *
 * <p>It knows strings, comments and brackets, and what makes a statement go on with the next line: a trailing operator or
 * comma, a leading dot, {@code else} and its like.
 */
final class GroovyScanner {

    private static final String CONTINUING = ",+-*/%&|<>=?:.^!~\\";
    private static final String BEFORE_PATTERN = "(,=[!&|?:;{}~<>+-*%^";
    private static final Pattern GOES_ON =
            Pattern.compile("\\G\\s*+(?:\\.(?!\\.)|\\?|:(?!:)|\\*\\.|&&|\\|\\||(?:else|catch|finally)\\b)");

    private final String text;
    private final IntPredicate pipe;
    private int at;
    private int depth;
    private char last;
    private boolean open;

    private GroovyScanner(String text, int from, IntPredicate pipe) {
        this.text = text;
        this.at = from;
        this.pipe = pipe;
    }

    /**
     * Scans one statement.
     *
     * @param pipe whether a bar at that place is a pipe rather than an operator
     */
    static GroovyScanner statement(String text, int from, IntPredicate pipe) {
        GroovyScanner scanner = new GroovyScanner(text, from, pipe);
        scanner.scan();
        return scanner;
    }

    /** Where the statement ends: at a separator or at the end of the text. */
    int end() {
        return at;
    }

    /** Whether the text ends before the statement does. */
    boolean open() {
        return open;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (skipComment() || skipString()) {
                continue;
            }
            if (depth == 0 && endsAt(c)) {
                return;
            }
            if (text.startsWith("||", at)) {
                at++;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            }
            if (!Character.isWhitespace(c)) {
                last = c;
            }
            at++;
        }
        open |= depth > 0 || trailingOperator();
    }

    private boolean endsAt(char c) {
        return switch (c) {
            case ';' -> !GOES_ON.matcher(text).find(at + 1);
            case '\n' -> !trailingOperator() && !GOES_ON.matcher(text).find(at);
            case '|' -> !text.startsWith("||", at) && pipe.test(at);
            default -> false;
        };
    }

    private boolean trailingOperator() {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        boolean step = end > 1 && (text.startsWith("++", end - 2) || text.startsWith("--", end - 2));
        return last != 0 && CONTINUING.indexOf(last) >= 0 && !step;
    }

    private boolean skipComment() {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        return text.startsWith("/*", at) && skipTo("*/", 2);
    }

    /** Skips a string, if one begins here. */
    private boolean skipString() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            String triple = String.valueOf(c).repeat(3);
            quoted(text.startsWith(triple, at) ? triple : String.valueOf(c));
            last = c;
            return true;
        }
        if (text.startsWith("$/", at)) {
            last = '"';
            return skipTo("/$", 2);
        }
        if (c == '/' && (last == 0 || BEFORE_PATTERN.indexOf(last) >= 0)) {
            return pattern();
        }
        return false;
    }

    private boolean skipTo(String end, int from) {
        int close = text.indexOf(end, at + from);
        open |= close < 0;
        at = close < 0 ? text.length() : close + end.length();
        return true;
    }

    private void quoted(String quote) {
        boolean oneLine = quote.length() == 1;
        at += quote.length();
        while (at < text.length()) {
            if (text.startsWith(quote, at)) {
                at += quote.length();
                return;
            }
            char c = text.charAt(at);
            if (oneLine && c == '\n') {
                return; // Groovy's own error says which quote is missing
            }
            if (c == '$' && quote.charAt(0) == '"' && text.startsWith("${", at)) {
                placeholder();
            } else {
                at += c == '\\' ? 2 : 1;
            }
        }
        at = Math.min(at, text.length());
        open |= !oneLine;
    }

    private void placeholder() {
        int braces = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                skipString();
                continue;
            }
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
            if (c == '}' && braces == 0) {
                return;
            }
        }
    }

    /** Skips a pattern between slashes on one line; anything else is a division. */
    private boolean pattern() {
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '/') {
                at = i + 1;
                last = '"';
                return true;
            }
        }
        return false;
    }
}
