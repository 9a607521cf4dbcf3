package dirsh.repair.kit;

import dirsh.repair.kit.LotusScriptMachine.End;
import dirsh.repair.kit.LotusScriptMachine.Frame;
import dirsh.repair.kit.LotusScriptMachine.Member;
import dirsh.repair.kit.LotusScriptMachine.Procedure;
import dirsh.repair.kit.LotusScriptMachine.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns the text of an agent into statements; what is wrong in it the checker of the language has to find. */
final class LotusScriptReader {

    private static final List<List<String>> LEVELS = List.of(
            List.of("or"),
            List.of("and"),
            List.of("=", "<>", "<", ">", "<=", ">=", "is", "like"),
            List.of("&"),
            List.of("+", "-"),
            List.of("mod"),
            List.of("*"));

    private final LotusScriptMachine machine;
    private final List<LotusScriptWords> lines = new ArrayList<>();
    private int line;

    LotusScriptReader(LotusScriptMachine machine, String text) {
        this.machine = machine;
        text.lines()
                .map(LotusScriptWords::new)
                .filter(words -> !words.isEmpty())
                .forEach(lines::add);
    }

    void read() {
        while (line < lines.size()) {
            LotusScriptWords words = lines.get(line++);
            if (words.takeIf("const")) {
                String name = words.take();
                words.takeIf("=");
                machine.module.declare(name, "variant");
                machine.assign(machine.module, name, expression(words).apply(machine.module));
            } else if (words.peek().equals("dim")) {
                dim(words).run(machine.module);
            } else if (!words.takeIf("option", "declare")) {
                procedure(words);
            }
        }
    }

    private void procedure(LotusScriptWords words) {
        String kind = words.take();
        String name = words.take();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (words.takeIf("(")) {
            while (!words.takeIf(")")) {
                String parameter = words.take();
                words.takeIf("as");
                parameters.put(parameter, words.take());
                words.takeIf(",");
            }
        }
        String result = words.takeIf("as") ? words.take() : "variant";
        List<Statement> body = new ArrayList<>();
        Map<String, List<Statement>> handlers = new HashMap<>();
        List<Statement> current = body;
        while (!lines.get(line).takeIf("end", kind)) {
            if (lines.get(line).isLabel()) {
                current = new ArrayList<>();
                handlers.put(lines.get(line++).take(), current);
            } else {
                current.add(statement(lines.get(line++)));
            }
        }
        line++;
        machine.procedures.put(name, new Procedure(parameters, result, body, handlers));
    }

    private static Statement dim(LotusScriptWords words) {
        words.takeIf("dim");
        String name = words.take();
        boolean list = words.takeIf("list");
        words.takeIf("as");
        boolean created = words.takeIf("new");
        String type = words.take();
        return frame -> {
            frame.declare(name, list ? "list" : type);
            if (created) {
                frame.values.put(name, "new " + type);
            }
            return End.GOES_ON;
        };
    }

    private List<Statement> block(String... ends) {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            for (String end : ends) {
                if (lines.get(line).takeIf(end.split(" ", -1))) {
                    return statements;
                }
            }
            statements.add(statement(lines.get(line++)));
        }
    }

    private Statement statement(LotusScriptWords words) {
        if (words.peek().equals("dim")) {
            Statement dim = dim(words);
            return frame -> {
                End end = dim.run(frame);
                frame.values.replaceAll((name, value) -> value instanceof String text && text.startsWith("new ")
                        ? machine.world.create(text.substring(4), List.of())
                        : value);
                return end;
            };
        }
        if (words.takeIf("if")) {
            return branch(words);
        }
        if (words.takeIf("do")) {
            boolean until = words.take().equals("until");
            Function<Frame, Object> test = expression(words);
            List<Statement> body = block("loop");
            line++;
            return frame -> {
                while ((Boolean) test.apply(frame) != until) {
                    End end = LotusScriptMachine.run(body, frame);
                    if (end == End.EXIT_PROCEDURE) {
                        return end;
                    } else if (end == End.EXIT_LOOP) {
                        break;
                    }
                }
                return End.GOES_ON;
            };
        }
        if (words.takeIf("for")) {
            return count(words);
        }
        if (words.takeIf("forall")) {
            String name = words.take();
            words.takeIf("in");
            Function<Frame, Object> all = expression(words);
            List<Statement> body = block("end forall");
            line++;
            return frame -> {
                for (Object each : new ArrayList<>((List<?>) all.apply(frame))) {
                    frame.types.put(name, "variant");
                    frame.values.put(name, each);
                    LotusScriptMachine.run(body, frame);
                }
                return End.GOES_ON;
            };
        }
        if (words.takeIf("select", "case")) {
            return choice(words);
        }
        return new LotusScriptStatements(machine, this).simple(words);
    }

    private Statement branch(LotusScriptWords words) {
        Function<Frame, Object> test = expression(words);
        words.takeIf("then");
        if (!words.isEmpty()) {
            Statement then = statement(words);
            return frame -> (Boolean) test.apply(frame) ? then.run(frame) : End.GOES_ON;
        }
        List<Statement> then = block("elseif", "else", "end if");
        LotusScriptWords end = lines.get(line++);
        Statement other;
        if (end.isEmpty()) {
            // Else or End If: which of the two the words before tell.
            other = isElse(end) ? all(blockAndEnd("end if")) : frame -> End.GOES_ON;
        } else {
            other = branch(end);
        }
        return frame -> (Boolean) test.apply(frame) ? LotusScriptMachine.run(then, frame) : other.run(frame);
    }

    private static boolean isElse(LotusScriptWords words) {
        return words.first().equals("else");
    }

    private List<Statement> blockAndEnd(String end) {
        List<Statement> statements = block(end);
        line++;
        return statements;
    }

    private static Statement all(List<Statement> statements) {
        return frame -> LotusScriptMachine.run(statements, frame);
    }

    private Statement count(LotusScriptWords words) {
        String name = words.take();
        words.takeIf("=");
        Function<Frame, Object> from = expression(words);
        words.takeIf("to");
        Function<Frame, Object> to = expression(words);
        List<Statement> body = blockAndEnd("next");
        return frame -> {
            long last = (Long) to.apply(frame);
            for (long i = (Long) from.apply(frame); i <= last; i++) {
                machine.assign(frame, name, i);
                End end = LotusScriptMachine.run(body, frame);
                if (end == End.EXIT_PROCEDURE) {
                    return end;
                } else if (end == End.EXIT_LOOP) {
                    break;
                }
            }
            return End.GOES_ON;
        };
    }

    private Statement choice(LotusScriptWords words) {
        Function<Frame, Object> value = expression(words);
        Map<List<Function<Frame, Object>>, List<Statement>> cases = new LinkedHashMap<>();
        LotusScriptWords next = lines.get(line++);
        while (next.takeIf("case")) {
            List<Function<Frame, Object>> values = new ArrayList<>();
            if (!next.takeIf("else")) {
                do {
                    values.add(expression(next));
                } while (next.takeIf(","));
            }
            List<Statement> body = new ArrayList<>();
            while (!lines.get(line).peek().equals("case") && !lines.get(line).takeIf("end", "select")) {
                body.add(statement(lines.get(line++)));
            }
            cases.put(values, body);
            next = lines.get(line++);
        }
        return frame -> {
            Object chosen = value.apply(frame);
            for (Map.Entry<List<Function<Frame, Object>>, List<Statement>> each : cases.entrySet()) {
                if (each.getKey().isEmpty()
                        || each.getKey().stream()
                                .anyMatch(one -> one.apply(frame).equals(chosen))) {
                    return LotusScriptMachine.run(each.getValue(), frame);
                }
            }
            return End.GOES_ON;
        };
    }

    Function<Frame, Object> expression(LotusScriptWords words) {
        return level(0, words);
    }

    private Function<Frame, Object> level(int level, LotusScriptWords words) {
        if (level == LEVELS.size()) {
            return operand(words);
        }
        if (level == 2 && words.takeIf("not")) {
            Function<Frame, Object> negated = level(2, words);
            return frame -> !(Boolean) negated.apply(frame);
        }
        Function<Frame, Object> left = level(level + 1, words);
        for (String operator = words.takeOne(LEVELS.get(level));
                !operator.isEmpty();
                operator = words.takeOne(LEVELS.get(level))) {
            Function<Frame, Object> before = left;
            String sign = operator;
            Function<Frame, Object> right = level(level + 1, words);
            // Both sides are always evaluated, as in LotusScript.
            left = frame -> LotusScriptStatements.combined(sign, before.apply(frame), right.apply(frame));
        }
        return left;
    }

    List<Function<Frame, Object>> arguments(LotusScriptWords words) {
        List<Function<Frame, Object>> arguments = new ArrayList<>();
        if (words.takeIf("(")) {
            while (!words.takeIf(")")) {
                arguments.add(expression(words));
                words.takeIf(",");
            }
        }
        return arguments;
    }

    private Function<Frame, Object> operand(LotusScriptWords words) {
        if (words.takeIf("(")) {
            Function<Frame, Object> inner = expression(words);
            words.takeIf(")");
            return inner;
        }
        if (words.takeIf("-")) {
            Function<Frame, Object> positive = operand(words);
            return frame -> -(Long) positive.apply(frame);
        }
        String first = words.take();
        if (first.startsWith("\"")) {
            return frame -> first.substring(1);
        }
        return Character.isDigit(first.charAt(0)) ? frame -> Long.valueOf(first) : named(first, words);
    }

    private Function<Frame, Object> named(String name, LotusScriptWords words) {
        boolean brackets = words.peek().equals("(");
        List<Function<Frame, Object>> arguments = name.equals("iselement") ? List.of() : arguments(words);
        if (name.equals("iselement")) {
            words.takeIf("(");
            String list = words.take();
            Function<Frame, Object> tag = arguments(words).get(0);
            words.takeIf(")");
            return frame -> LotusScriptMachine.list(machine.value(frame, list)).containsKey(tag.apply(frame));
        }
        Function<Frame, Object> value = frame -> {
            List<Object> given = LotusScriptStatements.values(arguments, frame);
            if (machine.isVariable(frame, name) && !(name.equals(frame.procedure) && brackets)) {
                Object found = machine.value(frame, name);
                return given.isEmpty() ? found : LotusScriptStatements.element(found, given.get(0));
            }
            return machine.procedures.containsKey(name) ? machine.call(name, given) : machine.function(name, given);
        };
        while (words.takeIf(".")) {
            String member = words.take();
            List<Function<Frame, Object>> with = arguments(words);
            Function<Frame, Object> owner = value;
            value = frame -> ((Member) owner.apply(frame)).call(member, LotusScriptStatements.values(with, frame));
        }
        return value;
    }
}
