package dirsh.formula;

import dirsh.formula.Expression.Call;
import dirsh.formula.Expression.Chain;
import dirsh.formula.Expression.Chain.Link;
import dirsh.formula.Expression.Constant;
import dirsh.formula.Expression.ItemName;
import dirsh.formula.Expression.Listing;
import dirsh.formula.Expression.Not;
import dirsh.formula.Expression.Sign;
import dirsh.formula.Token.Kind;
import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The words of a formula to its expression, by recursive descent: one method for each {@link Level}. */
final class Parser {

    /** How deep parentheses, functions and signs may nest: nobody writes more, and the stack holds far more. */
    private static final int DEEPEST = 100;

    private final String formula;
    private final Fault fault;
    private final List<Token> tokens;
    private int at;
    private int depth;

    Parser(String formula) {
        this.formula = formula;
        this.fault = new Fault(formula);
        this.tokens = new Lexer(formula).tokens();
    }

    /** The whole formula: an optional SELECT, one condition, an optional semicolon. */
    Expression formula() {
        if (peek().isWord("SELECT")) {
            at++;
        }
        Token first = peek();
        if (first.kind() == Kind.NAME && KnownFunctions.startsOtherStatement(first.text()) && next().startsValue()) {
            throw fault.at(first.start(), first.text() + " statements are not in dirsh's subset", "help formulas");
        }
        Expression condition = logic();
        if (take(";") && peek().kind() != Kind.END) {
            throw fault.at(peek().start(), "a selection formula is one condition, not several statements", "");
        }
        if (peek().kind() != Kind.END) {
            throw leftOver();
        }
        return condition(condition, first);
    }

    /** A lone value selects nothing in practice: it is a condition somebody has not finished. */
    private Expression condition(Expression expression, Token first) {
        if (expression instanceof ItemName name) {
            throw fault.at(
                    first.start(),
                    name + " is a value, not a condition",
                    name + "=\"Doe\" or @IsAvailable(" + name + ")");
        }
        if (expression instanceof Constant constant && !(constant.constant() instanceof Value.Numbers)) {
            throw fault.at(first.start(), constant + " is a value, not a condition", "LastName=" + constant);
        }
        return expression;
    }

    private Expression logic() {
        return chain(Level.LOGIC, this::not);
    }

    private Expression not() {
        if (!take("!")) {
            return comparison();
        }
        return nested(() -> new Not(not()));
    }

    private Expression comparison() {
        return chain(Level.COMPARISON, this::sum);
    }

    private Expression sum() {
        return chain(Level.SUM, this::product);
    }

    private Expression product() {
        return chain(Level.PRODUCT, this::signed);
    }

    private Expression chain(Level level, Supplier<Expression> operand) {
        Expression first = operand.get();
        List<Link> links = new ArrayList<>();
        Optional<Operator> operator = operator(level);
        while (operator.isPresent()) {
            at++;
            links.add(new Link(operator.get(), operand.get()));
            operator = operator(level);
        }
        return links.isEmpty() ? first : new Chain(first, links);
    }

    private Optional<Operator> operator(Level level) {
        return peek().kind() == Kind.SIGN ? Operator.of(peek().text(), level) : Optional.empty();
    }

    private Expression signed() {
        if (peek().is("-") || peek().is("+")) {
            boolean negative = peek().is("-");
            at++;
            return nested(() -> new Sign(negative, signed()));
        }
        return list();
    }

    /** As the list binds tighter, a sign inside it covers all that follows: 1:-2:3 is 1:(-(2:3)). */
    private Expression list() {
        Expression first = single();
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (take(":")) {
            parts.add(peek().is("-") || peek().is("+") ? signed() : single());
        }
        return parts.size() == 1 ? first : new Listing(parts);
    }

    private Expression single() {
        Token token = peek();
        at++;
        switch (token.kind()) {
            case TEXT -> {
                return new Constant(new Value.Texts(List.of(token.text())));
            }
            case NUMBER -> {
                return number(token);
            }
            case TIME -> {
                return time(token);
            }
            case NAME -> {
                return name(token);
            }
            case FUNCTION -> {
                return call(token);
            }
            case SIGN, END -> {
                if (!token.is("(")) {
                    throw valueExpected(token);
                }
            }
        }
        return nested(() -> {
            Expression inner = logic();
            if (!take(")")) {
                throw peek().kind() == Kind.END
                        ? fault.at(token.start(), "this parenthesis is not closed", formula.stripTrailing() + ")")
                        : leftOver();
            }
            return inner;
        });
    }

    private Expression nested(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw fault.at(peek().start(), "nested deeper than " + DEEPEST + " levels", "");
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private Expression number(Token token) {
        double number = Double.parseDouble(token.text());
        if (!Double.isFinite(number)) {
            throw fault.at(token.start(), "this number is too large", "");
        }
        return new Constant(new Value.Numbers(List.of(number)));
    }

    private Expression time(Token token) {
        return Constants.time(token.text())
                .map(time -> new Constant(new Value.Times(List.of(time))))
                .orElseThrow(() -> fault.at(
                        token.start(),
                        "a time is written [YYYY-MM-DD] or [MM/DD/YYYY], with a time of day if need be",
                        "[2024-01-31 17:30]"));
    }

    private Expression name(Token token) {
        if (peek().is("(")) {
            Optional<Function> meant = KnownFunctions.closest("@" + token.text());
            String suggestion =
                    meant.map(function -> "; did you mean " + function + "?").orElse("");
            int end = token.start() + token.text().length();
            throw meant.isPresent()
                    ? fault.at(
                            token.start(),
                            "functions start with @" + suggestion,
                            token.start(),
                            end,
                            meant.get().toString())
                    : fault.at(token.start(), "functions start with @", "");
        }
        if (token.isWord("not") && peek().startsValue()) {
            throw fault.at(token.start(), "Notes writes ! for not", token.start(), token.start() + 3, "!");
        }
        return new ItemName(token.text());
    }

    private Expression call(Token token) {
        Function function = Function.named(token.text()).orElseThrow(() -> unknownFunction(token));
        List<Expression> arguments = new ArrayList<>();
        if (take("(")) {
            if (function.arguments() == 0) {
                throw fault.at(token.start(), function + " takes no arguments and no parentheses", "");
            }
            if (!peek().is(")")) {
                do {
                    arguments.add(nested(() -> argument(function)));
                } while (take(";"));
            }
            if (!take(")")) {
                throw peek().kind() == Kind.END
                        ? fault.at(
                                peek().start(), "the ) of " + function + " is missing", formula.stripTrailing() + ")")
                        : leftOver();
            }
        }
        if (arguments.size() != function.arguments()) {
            String takes =
                    function.arguments() == 1 ? " takes 1 argument" : " takes " + function.arguments() + " arguments";
            throw fault.at(token.start(), function + takes + ", here are " + arguments.size(), "");
        }
        if (function == Function.MATCHES) {
            checkPattern(arguments.get(1), token);
        }
        return new Call(function, arguments);
    }

    private Expression argument(Function function) {
        Token start = peek();
        Expression argument = logic();
        if (function.takesName() && !(argument instanceof ItemName)) {
            throw fault.at(start.start(), function + " takes the name of an item, without quotes", "");
        }
        return argument;
    }

    private void checkPattern(Expression pattern, Token function) {
        if (pattern instanceof Listing list) {
            list.parts().forEach(part -> checkPattern(part, function));
        }
        if (pattern instanceof Constant constant
                && constant.constant() instanceof Value.Texts text
                && TextPattern.of(text.texts().get(0)).isEmpty()) {
            throw fault.at(
                    function.start(),
                    "the pattern " + pattern + " is not well formed or not in dirsh's subset; two backslashes before a"
                            + " special character take it as it is",
                    "help formulas");
        }
    }

    private DirshException unknownFunction(Token token) {
        int end = token.start() + token.text().length();
        if (KnownFunctions.leavesOut(token.text())) {
            return fault.at(
                    token.start(), token.text() + " is not in dirsh's subset of the formula language", "help formulas");
        }
        return KnownFunctions.closest(token.text())
                .map(meant -> fault.at(
                        token.start(),
                        "no function " + token.text() + "; did you mean " + meant + "?",
                        token.start(),
                        end,
                        meant.toString()))
                .orElseGet(() -> fault.at(token.start(), "no function " + token.text(), "help formulas"));
    }

    private DirshException valueExpected(Token token) {
        return token.kind() == Kind.END
                ? fault.at(token.start(), "the formula ends where a value is expected", "")
                : fault.at(token.start(), "a value is expected, not " + token.text(), "");
    }

    /** What follows a complete value without an operator between them. */
    private DirshException leftOver() {
        Token token = peek();
        for (String[] word : new String[][] {{"and", "&"}, {"or", "|"}}) {
            if (token.isWord(word[0])) {
                int end = token.start() + token.text().length();
                return fault.at(
                        token.start(), "Notes writes " + word[1] + " for " + token.text(), token.start(), end, word[1]);
            }
        }
        return token.kind() == Kind.SIGN
                ? fault.at(token.start(), "unexpected " + token.text(), "")
                : fault.at(token.start(), "an operator is missing before this value", "");
    }

    private boolean take(String sign) {
        if (!peek().is(sign)) {
            return false;
        }
        at++;
        return true;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }
}
