package dirsh.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The closures and calls that are open before a place of Groovy code, for completion; half a line is enough. */
final class ClosureScope {

    /** Stands for the list of what comes through the pipe, where a closure is a stage. */
    static final String PIPED = "|";

    /** Stands behind a list's name for what is in it. */
    static final String ELEMENT = "[0]";

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(?:,[^{}]*)?->");
    private static final Pattern CALLED_ON = Pattern.compile(
            "(?<![\\w.\\])}])(\\w+(?:\\[\\d+])?(?:[*?]?\\.\\w+(?:\\[\\d+])?)*)" + "[*?]?\\.(\\w+)\\s*\\(?\\s*\\z");
    private static final Pattern FUNCTION = Pattern.compile("(?<![\\w.])(\\w+)\\z");
    private static final int BARE = -1;

    private final String code;

    /** The scope of code, of which a place behind it is asked. */
    ClosureScope(String code) {
        this.code = code;
    }

    /**
     * What names joined by dots stand for, if the first is the parameter of an open closure: the elements of what the closure
     * is called on, or what comes through the pipe. Any others are given back.
     */
    String meaning(String owner) {
        return meaning(owner, code.length());
    }

    private String meaning(String owner, int end) {
        int first = 0;
        while (first < owner.length() && Character.isJavaIdentifierPart(owner.charAt(first))) {
            first++;
        }
        for (int brace = open('{', '}', end); brace != BARE; brace = open('{', '}', brace)) {
            Matcher parameter = PARAMETER.matcher(code).region(brace, end);
            String name = parameter.lookingAt() ? parameter.group(1) : "it";
            if (owner.substring(0, first).equals(name)) {
                return of(brace) + owner.substring(first);
            }
        }
        return owner;
    }

    /** What the parameter of the closure that begins at a brace stands for; empty if that cannot be told. */
    private String of(int brace) {
        String before = code.substring(0, brace);
        if (before.isBlank()) {
            return PIPED;
        }
        Matcher call = CALLED_ON.matcher(before);
        if (!call.find()) {
            return "";
        }
        String list = meaning(call.group(1).replace("*", "").replace("?", ""), brace);
        boolean whole = call.group(2).equals("with") || call.group(2).equals("tap");
        return whole ? list : list + ELEMENT;
    }

    /** The function whose arguments the place belongs to, where the name of one may begin; empty for none. */
    String function() {
        String before = code.stripTrailing();
        boolean begins = before.endsWith("(") || before.endsWith(",");
        int paren = open('(', ')', code.length());
        if (!begins
                || paren == BARE
                || open('{', '}', code.length()) > paren
                || open('[', ']', code.length()) > paren) {
            return "";
        }
        Matcher name = FUNCTION.matcher(code.substring(0, paren));
        return name.find() ? name.group(1) : "";
    }

    /** The innermost bracket that is open before a place, but for those of expressions in texts. */
    private int open(char opening, char closing, int end) {
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            char c = code.charAt(i);
            if (c == closing) {
                depth++;
            } else if (c == opening && depth > 0) {
                depth--;
            } else if (c == opening && (i == 0 || code.charAt(i - 1) != '$')) {
                return i;
            }
        }
        return BARE;
    }
}
