package dirsh.connector.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reader of one mapping rule.
 *
 * <p>A right-hand side is a row of texts in quotes, numbers, tags and calls; what stands side by side is joined. There is no
 * way to write a quote inside a text: the article shows none. How deep calls may nest is ours.
 */
final class RuleParser {

    private static final int DEEPEST = 50;

    private final String line;
    private int at;
    private int depth;

    RuleParser(String line) {
        this.line = line;
    }

    Rule rule() {
        if (line.length() > Expression.LONGEST) {
            throw new RuleFault(Expression.LONGEST + 1, "a rule has at most " + Expression.LONGEST + " characters");
        }
        skipBlanks();
        String target = name().orElseThrow(() -> fault("a rule begins with the tag it fills"));
        skipBlanks();
        take('=', "'=' is missing behind the tag");
        int from = at;
        Expression expression = joined();
        if (at < line.length()) {
            throw fault("nothing may stand here: a text, a number, a tag or a function is expected");
        }
        return new Rule(target, line.substring(from).strip(), expression);
    }

    /** Terms side by side, up to a comma, a closing parenthesis or the end. */
    private Expression joined() {
        List<Expression> parts = new ArrayList<>();
        skipBlanks();
        while (at < line.length() && line.charAt(at) != ',' && line.charAt(at) != ')') {
            parts.add(term());
            skipBlanks();
        }
        if (parts.isEmpty()) {
            throw fault("an expression is missing");
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Joined(parts);
    }

    private Expression term() {
        char first = line.charAt(at);
        if (first == '"') {
            int end = line.indexOf('"', at + 1);
            if (end < 0) {
                throw fault("the text has no closing quote");
            }
            String text = line.substring(at + 1, end);
            at = end + 1;
            return new Expression.Constant(text);
        }
        if (Character.isDigit(first)) {
            int from = at;
            while (at < line.length() && Character.isDigit(line.charAt(at))) {
                at++;
            }
            return new Expression.Constant(line.substring(from, at));
        }
        int start = at;
        String name = name().orElseThrow(() -> fault("a text in quotes, a number, a tag or a function is expected"));
        skipBlanks();
        if (at < line.length() && line.charAt(at) == '(') {
            return call(name, start);
        }
        return new Expression.Tag(name);
    }

    private Expression call(String name, int start) {
        RuleFunction function =
                RuleFunction.of(name).orElseThrow(() -> new RuleFault(start + 1, "there is no function of that name"));
        if (depth == DEEPEST) {
            throw fault("calls nest deeper than " + DEEPEST);
        }
        depth++;
        at++;
        List<Expression> arguments = arguments(function);
        take(')', "')' is missing");
        depth--;
        function.objection(arguments.size()).ifPresent(objection -> {
            throw new RuleFault(start + 1, objection);
        });
        return new Expression.Call(function, arguments);
    }

    /** Arguments up to the closing parenthesis; one that may be left out may be empty, as in {@code STRIP(a, b, , "L")}. */
    private List<Expression> arguments(RuleFunction function) {
        List<Expression> arguments = new ArrayList<>();
        skipBlanks();
        if (at < line.length() && line.charAt(at) == ')') {
            return arguments;
        }
        do {
            skipBlanks();
            if (function.isOptional(arguments.size()) && at < line.length() && line.charAt(at) == ',') {
                arguments.add(new Expression.Constant(""));
                continue;
            }
            int from = at;
            Expression argument = joined();
            if (function.takesNumber(arguments.size())
                    && argument instanceof Expression.Constant constant
                    && !constant.text().isEmpty()
                    && !RuleFunction.isNumber(constant.text())) {
                throw new RuleFault(from + 1, function.name() + " takes a number here");
            }
            arguments.add(argument);
        } while (takes(','));
        return arguments;
    }

    private Optional<String> name() {
        int from = at;
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || "_$-".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return from == at ? Optional.empty() : Optional.of(line.substring(from, at));
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private boolean takes(char expected) {
        if (at < line.length() && line.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void take(char expected, String objection) {
        if (!takes(expected)) {
            throw fault(objection);
        }
    }

    private RuleFault fault(String what) {
        return new RuleFault(at + 1, what);
    }
}
