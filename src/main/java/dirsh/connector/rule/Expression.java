package dirsh.connector.rule;

import java.util.List;
import java.util.Set;

/** The right-hand side of a mapping rule, or a part of it. */
sealed interface Expression {

    /** Characters a value can have: a rule and its result are at most so long (KB Q180517). */
    int LONGEST = 2048;

    /** What it comes to for an entry. */
    String value(RuleValues values);

    /** Adds the tags it looks at. */
    void addTags(Set<String> tags);

    /** The text, cut where it is longer than a value can be. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** A text in quotes, or a number. */
    record Constant(String text) implements Expression {
        @Override
        public String value(RuleValues values) {
            return text;
        }

        @Override
        public void addTags(Set<String> tags) {}
    }

    /** A tag of the source directory. */
    record Tag(String name) implements Expression {
        @Override
        public String value(RuleValues values) {
            return cut(values.tag(name));
        }

        @Override
        public void addTags(Set<String> tags) {
            tags.add(name);
        }
    }

    /** Parts that stand side by side. */
    record Joined(List<Expression> parts) implements Expression {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public String value(RuleValues values) {
            StringBuilder joined = new StringBuilder();
            for (Expression part : parts) {
                joined.append(part.value(values));
                if (joined.length() > LONGEST) {
                    break;
                }
            }
            return cut(joined.toString());
        }

        @Override
        public void addTags(Set<String> tags) {
            parts.forEach(part -> part.addTags(tags));
        }
    }

    /** A function of other expressions. */
    record Call(RuleFunction function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String value(RuleValues values) {
            return cut(function.apply(
                    arguments.stream().map(argument -> argument.value(values)).toList(), values));
        }

        @Override
        public void addTags(Set<String> tags) {
            arguments.forEach(argument -> argument.addTags(tags));
        }
    }
}
