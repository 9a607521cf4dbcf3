package dirsh.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a formula. Its text is canonical: parsed again, it gives an equal expression. */
sealed interface Expression {

    /** What it yields over a note. */
    Value value(NoteView note);

    /** How tightly it binds. */
    Level level();

    /** The expressions it is made of. */
    List<Expression> parts();

    /** Adds the item names in it, in order of appearance. */
    default void addItemNames(Set<String> names) {
        parts().forEach(part -> part.addItemNames(names));
    }

    /** The part as text, in parentheses unless it binds more tightly than this expression. */
    private String shown(Expression part) {
        return part.level().compareTo(level()) > 0 ? part.toString() : "(" + part + ")";
    }

    /** A constant of one element; several make a {@link Listing}. */
    record Constant(Value constant) implements Expression {
        @Override
        public Value value(NoteView note) {
            return constant;
        }

        @Override
        public Level level() {
            return Level.SINGLE;
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public String toString() {
            return Constants.print(constant);
        }
    }

    /** The value of an item. */
    record ItemName(String name) implements Expression {
        @Override
        public Value value(NoteView note) {
            return note.value(name);
        }

        @Override
        public Level level() {
            return Level.SINGLE;
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public void addItemNames(Set<String> names) {
            names.add(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A function with its arguments. */
    record Call(Function function, List<Expression> parts) implements Expression {
        public Call {
            parts = List.copyOf(parts);
        }

        @Override
        public Value value(NoteView note) {
            return function.value(parts, note);
        }

        @Override
        public Level level() {
            return Level.SINGLE;
        }

        @Override
        public String toString() {
            String arguments = parts.stream().map(Expression::toString).collect(Collectors.joining("; "));
            return parts.isEmpty() ? function.toString() : function + "(" + arguments + ")";
        }
    }

    /** Values joined with {@code :} into one list. */
    record Listing(List<Expression> parts) implements Expression {
        public Listing {
            parts = List.copyOf(parts);
        }

        @Override
        public Value value(NoteView note) {
            List<Value> values = new ArrayList<>(parts.size());
            parts.forEach(part -> values.add(part.value(note)));
            return Constants.join(values);
        }

        @Override
        public Level level() {
            return Level.LIST;
        }

        @Override
        public String toString() {
            Expression self = this;
            return parts.stream().map(self::shown).collect(Collectors.joining(" : "));
        }
    }

    /** A number with a sign in front. */
    record Sign(boolean negative, Expression operand) implements Expression {
        @Override
        public Value value(NoteView note) {
            double factor = negative ? -1 : 1;
            return Pairs.calculate(Value.Numbers.TRUE, operand.value(note), (one, number) -> factor * number);
        }

        @Override
        public Level level() {
            return Level.SIGN;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public String toString() {
            Expression self = this;
            return (negative ? "-" : "+") + self.shown(operand);
        }
    }

    /** The opposite of a condition; of an unknown one it is unknown. */
    record Not(Expression operand) implements Expression {
        @Override
        public Value value(NoteView note) {
            Value value = operand.value(note);
            return value.isTrue() ? Value.Numbers.FALSE : value.isFalse() ? Value.Numbers.TRUE : Value.Unknown.UNKNOWN;
        }

        @Override
        public Level level() {
            return Level.NOT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public String toString() {
            Expression self = this;
            return "!" + self.shown(operand);
        }
    }

    /** Operators of one level, worked off from left to right: flat, so that a long chain is no deep tree. */
    record Chain(Expression first, List<Link> links) implements Expression {

        /** An operator and its right operand. */
        record Link(Operator operator, Expression operand) {}

        public Chain {
            links = List.copyOf(links);
        }

        @Override
        public Value value(NoteView note) {
            Value result = first.value(note);
            for (Link link : links) {
                result = link.operator().apply(result, link.operand().value(note));
            }
            return result;
        }

        @Override
        public Level level() {
            return links.get(0).operator().level();
        }

        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>();
            parts.add(first);
            links.forEach(link -> parts.add(link.operand()));
            return parts;
        }

        @Override
        public String toString() {
            Expression self = this;
            StringBuilder text = new StringBuilder(self.shown(first));
            links.forEach(
                    link -> text.append(' ').append(link.operator()).append(' ').append(self.shown(link.operand())));
            return text.toString();
        }
    }
}
