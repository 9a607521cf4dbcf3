package dirsh.repair.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the LotusScript that the agents are made of, so far as they use it: structured statements, one error handler at the
 * end of a procedure, integers of 16 bits. What Notes does comes from a {@link World}.
 */
final class LotusScriptMachine {

    /** An error that a script can handle. */
    static final class ScriptError extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int number;

        ScriptError(int number, String message) {
            super(message);
            this.number = number;
        }
    }

    /** A Notes object: its members by their names in lower case. */
    interface Member {
        Object call(String name, List<Object> arguments);

        default void set(String name, Object value) {
            throw new IllegalStateException(name);
        }
    }

    /** What stands around a script: its functions that are no pure ones, its classes and its files. */
    interface World {
        Object create(String type, List<Object> arguments);

        Object function(String name, List<Object> arguments);

        void print(Long file, String text);

        String line(Long file);

        void open(String path, String mode, Long file);

        void close(Long file);
    }

    /** How a statement ends. */
    enum End {
        GOES_ON,
        EXIT_PROCEDURE,
        EXIT_LOOP
    }

    /** A statement that can be run. */
    interface Statement {
        End run(Frame frame);
    }

    /** The variables of a procedure that runs. */
    static final class Frame {
        final Map<String, Object> values = new HashMap<>();
        final Map<String, String> types = new HashMap<>();
        final String procedure;
        String handler = "";
        long onlyFor;

        Frame(String procedure) {
            this.procedure = procedure;
        }

        void declare(String name, String type) {
            types.put(name, type);
            values.put(name, initial(type));
        }

        private static Object initial(String type) {
            return switch (type) {
                case "string" -> "";
                case "integer", "long" -> 0L;
                case "boolean" -> false;
                case "list" -> new LinkedHashMap<String, Object>();
                default -> null;
            };
        }
    }

    /** A procedure: its parameters with their types, its statements and what stands behind its labels. */
    record Procedure(
            Map<String, String> parameters,
            String result,
            List<Statement> body,
            Map<String, List<Statement>> handlers) {}

    final Map<String, Procedure> procedures = new HashMap<>();
    final Frame module = new Frame("");
    final World world;
    ScriptError error = new ScriptError(0, "");

    LotusScriptMachine(String text, World world) {
        this.world = world;
        new LotusScriptReader(this, text).read();
    }

    void run() {
        call("initialize", List.of());
    }

    Object call(String name, List<Object> arguments) {
        Procedure procedure = procedures.get(name);
        Frame frame = new Frame(name);
        frame.declare(name, procedure.result());
        int i = 0;
        for (Map.Entry<String, String> parameter : procedure.parameters().entrySet()) {
            frame.declare(parameter.getKey(), parameter.getValue());
            assign(frame, parameter.getKey(), arguments.get(i++));
        }
        try {
            run(procedure.body(), frame);
        } catch (ScriptError e) {
            if (frame.handler.isEmpty() || (frame.onlyFor != 0 && frame.onlyFor != e.number)) {
                throw e;
            }
            error = e;
            run(procedure.handlers().get(frame.handler), frame);
        }
        return frame.values.get(name);
    }

    static End run(List<Statement> statements, Frame frame) {
        for (Statement statement : statements) {
            End end = statement.run(frame);
            if (end != End.GOES_ON) {
                return end;
            }
        }
        return End.GOES_ON;
    }

    private Frame of(Frame frame, String name) {
        return frame.types.containsKey(name) ? frame : module;
    }

    boolean isVariable(Frame frame, String name) {
        return of(frame, name).types.containsKey(name);
    }

    Object value(Frame frame, String name) {
        return of(frame, name).values.get(name);
    }

    void assign(Frame frame, String name, Object value) {
        Frame owner = of(frame, name);
        String type = owner.types.get(name);
        if (type == null) {
            throw new IllegalStateException(name + " is not declared");
        }
        if (type.equals("integer") && ((Long) value > Short.MAX_VALUE || (Long) value < Short.MIN_VALUE)) {
            throw new ScriptError(6, "Overflow");
        }
        if (type.equals("string") != value instanceof String && !type.equals("variant")) {
            throw new ScriptError(13, "Type mismatch: " + name);
        }
        owner.values.put(name, value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> list(Object value) {
        return (Map<String, Object>) value;
    }

    /** A function of the language itself; the world is asked for others. */
    Object function(String name, List<Object> given) {
        Object first = given.isEmpty() ? "" : given.get(0);
        String text = first instanceof String string ? string : "";
        return switch (name) {
            case "len" -> (long) text.length();
            case "ucase" -> text.toUpperCase(java.util.Locale.ROOT);
            case "lcase" -> text.toLowerCase(java.util.Locale.ROOT);
            case "left" -> text.substring(0, (int) Math.min(text.length(), number(given, 1)));
            case "right" -> text.substring((int) Math.max(0, text.length() - number(given, 1)));
            case "mid" -> {
                int start = (int) Math.min(text.length(), number(given, 1) - 1);
                yield given.size() < 3
                        ? text.substring(start)
                        : text.substring(start, (int) Math.min(text.length(), start + number(given, 2)));
            }
            case "instr" ->
                given.size() == 2
                        ? text.indexOf((String) given.get(1)) + 1L
                        : ((String) given.get(1)).indexOf((String) given.get(2), (int) number(given, 0) - 1) + 1L;
            case "cstr" -> String.valueOf(first);
            case "clng" -> first instanceof Long ? first : Long.valueOf(text);
            case "chr", "uchr" -> String.valueOf((char) number(given, 0));
            case "uni" -> (long) text.charAt(0);
            case "hex" -> Long.toHexString(number(given, 0)).toUpperCase(java.util.Locale.ROOT);
            case "split" -> new ArrayList<Object>(List.of(text.split((String) given.get(1), -1)));
            case "ubound" -> ((List<?>) first).size() - 1L;
            case "lbound" -> 0L;
            case "isnumeric" -> text.matches("\\d+");
            case "isarray" -> first instanceof List;
            case "err" -> (long) error.number;
            case "error" -> error.getMessage();
            case "true" -> true;
            case "false" -> false;
            case "nothing" -> null;
            case "now" -> "now";
            case "year" -> 2026L;
            case "month", "day", "hour", "minute", "second" -> 7L;
            default -> world.function(name, given);
        };
    }

    private static long number(List<Object> given, int index) {
        return (Long) given.get(index);
    }
}
