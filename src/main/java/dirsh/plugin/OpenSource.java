package dirsh.plugin;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Groovy source as far as brackets, quotes and comments go, to tell whether more lines belong to it.
 *
 * <p>A quote that must close on its line does not keep the source open: the compiler names that error better.
 */
final class OpenSource {

    /** Operators after which an expression goes on; {@code ++} and {@code --} end one. */
    private static final String OPERATORS = "+-*%=<>&|^?:,.!~/";

    private final String source;
    private final Deque<Character> brackets = new ArrayDeque<>();
    private int at;
    /** The last character that is neither blank nor comment; a blank at the start. */
    private char last = ' ';

    private char beforeLast = ' ';
    private boolean open;

    OpenSource(String source) {
        this.source = source;
    }

    /** Whether a bracket, a multi-line quote or a comment is open at the end, or an operator waits for its right side. */
    boolean isOpen() {
        while (at < source.length() && !open) {
            step();
        }
        return open || !brackets.isEmpty() || endsWithOperator();
    }

    private boolean endsWithOperator() {
        boolean counts = (last == '+' || last == '-') && beforeLast == last;
        // A star ends an import, a question mark or colon a label or nothing that compiles.
        boolean starImport = last == '*' && beforeLast == '.';
        return OPERATORS.indexOf(last) >= 0 && !counts && !starImport;
    }

    private void step() {
        char next = source.charAt(at);
        if (source.startsWith("//", at)) {
            skipLine();
        } else if (source.startsWith("/*", at)) {
            skipPast("*/", at + 2);
        } else if (source.startsWith("'''", at)) {
            quote("'''", false);
        } else if (source.startsWith("\"\"\"", at)) {
            quote("\"\"\"", true);
        } else if (next == '\'' || next == '"') {
            quote(String.valueOf(next), next == '"');
        } else if (next == '/' && expectsValue()) {
            quote("/", true);
        } else if (source.startsWith("$/", at) && expectsValue()) {
            skipPast("/$", at + 2);
            see('"');
        } else {
            if ("([{".indexOf(next) >= 0) {
                brackets.push(next);
            } else if (")]}".indexOf(next) >= 0 && !brackets.isEmpty()) {
                brackets.pop();
            }
            if (!Character.isWhitespace(next)) {
                see(next);
            }
            at++;
        }
    }

    /** Whether a slash here begins a text: after an operator or an opening bracket it cannot divide. */
    private boolean expectsValue() {
        return last == ' ' || OPERATORS.indexOf(last) >= 0 || "([{;".indexOf(last) >= 0;
    }

    private void see(char character) {
        beforeLast = last;
        last = character;
    }

    private void skipLine() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
    }

    private void skipPast(String end, int from) {
        int found = source.indexOf(end, from);
        open = found < 0;
        at = open ? source.length() : found + end.length();
    }

    private void quote(String delimiter, boolean interpolates) {
        boolean oneLine = delimiter.length() == 1 && !delimiter.equals("/");
        at += delimiter.length();
        while (at < source.length()) {
            char next = source.charAt(at);
            if (next == '\\') {
                at += 2;
            } else if (source.startsWith(delimiter, at)) {
                at += delimiter.length();
                see('"');
                return;
            } else if (next == '\n' && oneLine) {
                see('"');
                return;
            } else if (interpolates && source.startsWith("${", at)) {
                interpolation();
            } else {
                at++;
            }
        }
        open = !oneLine;
        see('"');
    }

    private void interpolation() {
        at++;
        int outside = brackets.size();
        do {
            step();
        } while (at < source.length() && !open && brackets.size() > outside);
        open = open || brackets.size() > outside;
    }
}
