package dirsh.repair.kit;

import static dirsh.repair.kit.LotusScriptTokens.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checker of the LotusScript that the agents are made of: blocks, declarations, labels, and the members and numbers of
 * arguments of what they call. It is no compiler: types of values are not followed beyond Notes objects.
 */
final class LotusScript {

    /** Something that Designer would not compile. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mistake(String message) {
            super(message);
        }
    }

    private final LotusScriptNames names = new LotusScriptNames();
    private final NotesClasses notes = names.notes;
    private final List<String> lines;
    private Set<String> labels = new HashSet<>();
    private Set<String> targets = new HashSet<>();
    private String procedure = "";
    private int line;

    private LotusScript(String text) {
        this.lines = List.of(text.split("\r?\n", -1));
    }

    /** What is wrong first, with its line; empty if nothing is. */
    static Optional<String> mistake(String text) {
        LotusScript script = new LotusScript(text);
        try {
            require(text.length() < 64_000, "the module is too long");
            for (String heading : script.lines) {
                script.line++;
                script.names.heading(heading);
            }
            script.line = 0;
            script.module();
            return Optional.empty();
        } catch (Mistake e) {
            return Optional.of("line " + script.line + ": " + e.getMessage());
        }
    }

    private LotusScriptTokens next() {
        while (line < lines.size()) {
            LotusScriptTokens tokens = new LotusScriptTokens(lines.get(line++));
            if (tokens.size() > 0) {
                return tokens;
            }
        }
        throw new Mistake("a block is not closed");
    }

    private boolean hasNext() {
        while (line < lines.size() && new LotusScriptTokens(lines.get(line)).size() == 0) {
            line++;
        }
        return line < lines.size();
    }

    private void module() {
        require(next().is("option", "declare"), "Option Declare is missing");
        while (hasNext()) {
            LotusScriptTokens tokens = next();
            if (tokens.takeIf("const")) {
                names.declare(names.module, tokens.name(), "const");
                tokens.take("=");
                expression(tokens);
                tokens.end();
            } else if (tokens.isAt("dim")) {
                dim(tokens, names.module);
            } else {
                procedure(tokens);
            }
        }
        require(names.procedures.containsKey("initialize"), "there is no Initialize");
    }

    private void dim(LotusScriptTokens tokens, Map<String, String> scope) {
        tokens.take("dim");
        String name = tokens.name();
        String list = tokens.takeIf("list") ? "list " : "";
        names.declare(scope, name, list + names.typeAfterAs(tokens));
        tokens.end();
    }

    private void procedure(LotusScriptTokens tokens) {
        String kind = tokens.take();
        require(kind.equals("sub") || kind.equals("function"), kind + " stands outside of every procedure");
        procedure = tokens.name();
        names.local = new HashMap<>();
        labels = new HashSet<>();
        targets = new HashSet<>();
        for (String parameter : names.procedures.get(procedure)) {
            names.declare(
                    names.local,
                    parameter.substring(0, parameter.indexOf(' ')),
                    parameter.substring(parameter.indexOf(' ') + 1));
        }
        block("end " + kind);
        require(labels.equals(targets), "labels " + labels + " are not those of On Error: " + targets);
    }

    /** Statements up to one of the ends, each a few words at the beginning of a line; gives the line that ended them. */
    private LotusScriptTokens block(String... ends) {
        while (true) {
            LotusScriptTokens tokens = next();
            for (String end : ends) {
                String[] words = end.split(" ", -1);
                if (words.length > 1 ? tokens.is(words) : tokens.isAt(words[0])) {
                    return tokens;
                }
            }
            statement(tokens);
        }
    }

    private void statement(LotusScriptTokens tokens) {
        switch (tokens.peek()) {
            case "dim" -> dim(tokens, names.local);
            case "if" -> branch(tokens);
            case "do" -> loop(tokens);
            case "for" -> count(tokens);
            case "forall" -> each(tokens);
            case "select" -> choice(tokens);
            case "end", "next", "loop", "else", "elseif", "case", "sub", "function" ->
                throw new Mistake(tokens.peek() + " belongs to no block");
            default -> {
                simple(tokens);
                tokens.end();
            }
        }
    }

    private void branch(LotusScriptTokens tokens) {
        tokens.take("if");
        expression(tokens);
        tokens.take("then");
        if (!tokens.isEmpty()) {
            simple(tokens);
            tokens.end();
            return;
        }
        LotusScriptTokens end = block("elseif", "else", "end if");
        while (end.takeIf("elseif")) {
            expression(end);
            end.take("then");
            end.end();
            end = block("elseif", "else", "end if");
        }
        if (end.takeIf("else")) {
            end.end();
            block("end if");
        }
    }

    private void loop(LotusScriptTokens tokens) {
        tokens.take("do");
        require(tokens.takeIf("while") || tokens.takeIf("until"), "While or Until is expected");
        expression(tokens);
        tokens.end();
        LotusScriptTokens end = block("loop");
        end.take("loop");
        end.end();
    }

    private void count(LotusScriptTokens tokens) {
        tokens.take("for");
        names.variable(tokens.name());
        tokens.take("=");
        expression(tokens);
        tokens.take("to");
        expression(tokens);
        if (tokens.takeIf("step")) {
            expression(tokens);
        }
        tokens.end();
        LotusScriptTokens end = block("next");
        end.take("next");
        end.end();
    }

    private void each(LotusScriptTokens tokens) {
        tokens.take("forall");
        String name = tokens.name();
        tokens.take("in");
        expression(tokens);
        tokens.end();
        names.declare(names.local, name, "variant");
        block("end forall");
    }

    private void choice(LotusScriptTokens tokens) {
        tokens.take("select", "case");
        expression(tokens);
        tokens.end();
        LotusScriptTokens end = next();
        require(end.isAt("case"), "Case is expected");
        while (end.takeIf("case")) {
            if (!end.takeIf("else")) {
                arguments(end);
            }
            end.end();
            end = block("case", "end select");
        }
    }

    private void simple(LotusScriptTokens tokens) {
        String first = tokens.take();
        switch (first) {
            case "exit" -> {
                String what = tokens.take();
                require(Set.of("sub", "function", "do", "for").contains(what), "Exit what?");
                boolean function = names.results.containsKey(procedure);
                require(!what.equals(function ? "sub" : "function"), "Exit " + what + " in the other kind");
            }
            case "set" -> assignment(tokens, tokens.name(), true);
            case "call" -> call(tokens, tokens.name());
            case "on" -> {
                tokens.take("error");
                if (!tokens.isAt("goto")) {
                    require(names.variable(tokens.name()).equals("const"), "On Error takes a constant");
                }
                tokens.take("goto");
                targets.add(tokens.name());
            }
            case "open" -> {
                expression(tokens);
                tokens.take("for");
                require(Set.of("input", "output", "append").contains(tokens.take()), "Open for what?");
                tokens.take("as");
                names.variable(tokens.name());
            }
            case "line" -> {
                tokens.take("input", "#");
                names.variable(tokens.name());
                tokens.take(",");
                names.variable(tokens.name());
            }
            case "print" -> {
                if (tokens.takeIf("#")) {
                    names.variable(tokens.name());
                    tokens.take(",");
                }
                expression(tokens);
            }
            case "close" -> {
                tokens.take("#");
                names.variable(tokens.name());
            }
            case "error" -> require(arguments(tokens) == 2, "Error takes a number and a text");
            case "messagebox" -> require(arguments(tokens) <= 3, "MessageBox takes three at most");
            case "delete" -> require(notes.isClass(names.variable(tokens.name())), "Delete takes an object");
            case "sleep" -> expression(tokens);
            default -> {
                if (tokens.size() == 2 && tokens.takeIf(":")) {
                    require(labels.add(first), "label " + first + " is there twice");
                } else {
                    assignment(tokens, first, false);
                }
            }
        }
    }

    private void assignment(LotusScriptTokens tokens, String name, boolean object) {
        String type = name.equals(procedure) ? names.results.getOrDefault(name, "") : names.variable(name);
        require(!type.equals("const"), name + " is a constant");
        if (type.startsWith("list ")) {
            tokens.take("(");
            expression(tokens);
            tokens.take(")");
        }
        if (tokens.takeIf(".")) {
            String member = tokens.name();
            NotesClasses.Member found = notes.member(type, member);
            require(found != null && found.settable(), type + " has no " + member + " to set");
        } else {
            require(notes.isClass(type) == object, object ? name + " is no object" : name + " needs Set");
        }
        tokens.take("=");
        if (tokens.takeIf("new")) {
            require(notes.isClass(tokens.name()), "New of no class");
            tokens.take("(");
            arguments(tokens);
            tokens.take(")");
        } else {
            expression(tokens);
        }
    }

    private void call(LotusScriptTokens tokens, String name) {
        if (names.procedures.containsKey(name)) {
            int count = argumentsInBrackets(tokens);
            require(count == names.procedures.get(name).size(), name + " takes other arguments");
        } else {
            operandNamed(tokens, name);
        }
    }

    private int argumentsInBrackets(LotusScriptTokens tokens) {
        if (!tokens.takeIf("(")) {
            return 0;
        }
        int count = tokens.isAt(")") ? 0 : arguments(tokens);
        tokens.take(")");
        return count;
    }

    private int arguments(LotusScriptTokens tokens) {
        int count = 1;
        expression(tokens);
        while (tokens.takeIf(",")) {
            expression(tokens);
            count++;
        }
        return count;
    }

    private void expression(LotusScriptTokens tokens) {
        operand(tokens);
        while (Set.of("+", "-", "*", "/", "&", "=", "<", ">", "<>", "<=", ">=", "and", "or", "mod", "is", "like")
                .contains(tokens.peek())) {
            tokens.take();
            operand(tokens);
        }
    }

    private void operand(LotusScriptTokens tokens) {
        String first = tokens.take();
        if (first.equals("not") || first.equals("-")) {
            operand(tokens);
        } else if (first.equals("(")) {
            expression(tokens);
            tokens.take(")");
        } else if (!first.equals("\"") && !first.equals("0")) {
            require(Character.isLetter(first.charAt(0)), "a value is expected, not " + first);
            operandNamed(tokens, first);
        }
    }

    private void operandNamed(LotusScriptTokens tokens, String name) {
        String type = "";
        int[] built = notes.function(name);
        if (names.procedures.containsKey(name) && !(name.equals(procedure) && !tokens.isAt("("))) {
            require(names.results.containsKey(name), name + " gives nothing");
            require(argumentsInBrackets(tokens) == names.procedures.get(name).size(), name + " takes other arguments");
            type = names.results.get(name);
        } else if (built != null) {
            int count = argumentsInBrackets(tokens);
            require(count >= built[0] && count <= built[1], name + " takes other arguments");
        } else if (!NotesClasses.VALUES.contains(name) && !name.equals(procedure)) {
            type = names.variable(name);
            int count = argumentsInBrackets(tokens);
            require(count == 0 || type.equals("variant") || type.startsWith("list "), name + " has no elements");
        }
        while (tokens.takeIf(".")) {
            String member = tokens.name();
            NotesClasses.Member found = notes.member(type, member);
            require(found != null, (type.isEmpty() ? name : type) + " has no " + member);
            int count = argumentsInBrackets(tokens);
            require(count >= found.least() && count <= found.most(), member + " takes other arguments");
            type = found.type();
        }
    }
}
