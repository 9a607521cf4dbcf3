package dirsh.repair.kit;

import dirsh.repair.kit.LotusScriptMachine.End;
import dirsh.repair.kit.LotusScriptMachine.Frame;
import dirsh.repair.kit.LotusScriptMachine.Member;
import dirsh.repair.kit.LotusScriptMachine.ScriptError;
import dirsh.repair.kit.LotusScriptMachine.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The statements of one line, and what signs and brackets mean. */
final class LotusScriptStatements {

    private final LotusScriptMachine machine;
    private final LotusScriptReader reader;

    LotusScriptStatements(LotusScriptMachine machine, LotusScriptReader reader) {
        this.machine = machine;
        this.reader = reader;
    }

    Statement simple(LotusScriptWords words) {
        String first = words.take();
        switch (first) {
            case "exit" -> {
                String what = words.take();
                End end = what.equals("sub") || what.equals("function") ? End.EXIT_PROCEDURE : End.EXIT_LOOP;
                return frame -> end;
            }
            case "set" -> {
                return assignment(words.take(), words);
            }
            case "call" -> {
                return doing(reader.expression(words), value -> {});
            }
            case "on" -> {
                return handler(words);
            }
            case "open" -> {
                Function<Frame, Object> path = reader.expression(words);
                words.takeIf("for");
                String mode = words.take();
                words.takeIf("as");
                Function<Frame, Object> file = reader.expression(words);
                return then(frame -> machine.world.open((String) path.apply(frame), mode, (Long) file.apply(frame)));
            }
            case "line" -> {
                words.takeIf("input", "#");
                Function<Frame, Object> file = reader.expression(words);
                words.takeIf(",");
                String name = words.take();
                return frame -> {
                    machine.assign(frame, name, machine.world.line((Long) file.apply(frame)));
                    return End.GOES_ON;
                };
            }
            case "print" -> {
                boolean toFile = words.takeIf("#");
                Function<Frame, Object> file = toFile ? reader.expression(words) : frame -> 0L;
                words.takeIf(",");
                Function<Frame, Object> text = reader.expression(words);
                return frame -> {
                    machine.world.print((Long) file.apply(frame), (String) text.apply(frame));
                    return End.GOES_ON;
                };
            }
            case "close" -> {
                words.takeIf("#");
                return doing(reader.expression(words), file -> machine.world.close((Long) file));
            }
            case "error" -> {
                Function<Frame, Object> number = reader.expression(words);
                words.takeIf(",");
                Function<Frame, Object> text = reader.expression(words);
                return frame -> {
                    throw new ScriptError(((Long) number.apply(frame)).intValue(), (String) text.apply(frame));
                };
            }
            case "messagebox", "sleep" -> {
                return doing(reader.expression(words), value -> {});
            }
            case "delete" -> {
                return doing(reader.expression(words), value -> ((Member) value).call("delete", List.of()));
            }
            default -> {
                return assignment(first, words);
            }
        }
    }

    private static Statement doing(Function<Frame, Object> value, Consumer<Object> then) {
        return frame -> {
            then.accept(value.apply(frame));
            return End.GOES_ON;
        };
    }

    private static Statement then(Consumer<Frame> work) {
        return frame -> {
            work.accept(frame);
            return End.GOES_ON;
        };
    }

    private Statement handler(LotusScriptWords words) {
        words.takeIf("error");
        Function<Frame, Object> only = words.peek().equals("goto") ? frame -> 0L : reader.expression(words);
        words.takeIf("goto");
        String label = words.take();
        return frame -> {
            frame.handler = label;
            frame.onlyFor = (Long) only.apply(frame);
            return End.GOES_ON;
        };
    }

    private Statement assignment(String name, LotusScriptWords words) {
        List<Function<Frame, Object>> tag = reader.arguments(words);
        String member = words.takeIf(".") ? words.take() : "";
        words.takeIf("=");
        String created = words.takeIf("new") ? words.take() : "";
        List<Function<Frame, Object>> with = created.isEmpty() ? List.of() : reader.arguments(words);
        Function<Frame, Object> value = created.isEmpty()
                ? reader.expression(words)
                : frame -> machine.world.create(created, values(with, frame));
        return frame -> {
            Object given = value.apply(frame);
            if (!member.isEmpty()) {
                ((Member) machine.value(frame, name)).set(member, given);
            } else if (!tag.isEmpty()) {
                LotusScriptMachine.list(machine.value(frame, name))
                        .put((String) tag.get(0).apply(frame), given);
            } else {
                machine.assign(frame, name, given);
            }
            return End.GOES_ON;
        };
    }

    static List<Object> values(List<Function<Frame, Object>> expressions, Frame frame) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(each -> values.add(each.apply(frame)));
        return values;
    }

    static Object element(Object of, Object index) {
        if (of instanceof List<?> array) {
            if ((Long) index >= array.size()) {
                throw new ScriptError(9, "Subscript out of range");
            }
            return array.get(((Long) index).intValue());
        }
        return LotusScriptMachine.list(of).get(index);
    }

    static Object combined(String sign, Object left, Object right) {
        return switch (sign) {
            case "or" -> (Boolean) left || (Boolean) right;
            case "and" -> (Boolean) left && (Boolean) right;
            case "is" -> left == right;
            case "like" ->
                ((String) left).matches(((String) right).replace("*", ".*").replace("#", "[0-9]"));
            case "=" -> left.equals(right);
            case "<>" -> !left.equals(right);
            case "&" -> String.valueOf(left) + right;
            case "<" -> (Long) left < (Long) right;
            case ">" -> (Long) left > (Long) right;
            case "<=" -> (Long) left <= (Long) right;
            case ">=" -> (Long) left >= (Long) right;
            case "+" -> (Long) left + (Long) right;
            case "-" -> (Long) left - (Long) right;
            case "mod" -> (Long) left % (Long) right;
            case "*" -> (Long) left * (Long) right;
            default -> throw new IllegalStateException(sign);
        };
    }
}
