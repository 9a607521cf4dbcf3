package dirsh.command;

import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The step from what was written to what a command gets: checks it against the declaration and converts it.
 *
 * <p>Text from a command line and typed values from Groovy are both welcome.
 */
public final class Binder {

    private final Function<CommandSpec, String> help;

    /** A binder whose errors point to {@code help NAME}. */
    public Binder() {
        this(spec -> "help " + spec.name());
    }

    /** A binder whose errors point to what the function gives. */
    public Binder(Function<CommandSpec, String> help) {
        this.help = help;
    }

    /**
     * The arguments for a call.
     *
     * @param options by name in either {@link Spelling}; a null value counts as not given; arguments may be named too
     * @param input what came through a pipe, or null. Without a pipe, a list of objects given first is the input of a
     *     command that takes one, so that {@code plan(findings)} in Groovy is {@code … | plan}
     * @throws DirshException of bad input for the first thing that does not fit
     */
    public Arguments bind(CommandSpec spec, List<?> positional, Map<String, ?> options, @Nullable Flow<?> input) {
        if (input != null && !spec.takesInput()) {
            throw bad(spec, spec.name() + " takes nothing from a pipe");
        }
        List<?> rest = positional;
        Flow<?> piped = input;
        if (piped == null && !rest.isEmpty() && isInput(spec, rest.get(0))) {
            piped = Flow.of(rest.get(0) instanceof Collection<?> objects ? List.copyOf(objects) : List.of(rest.get(0)));
            rest = rest.subList(1, rest.size());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        bindPositional(spec, rest, values);
        options.forEach((name, value) -> {
            if (value != null) {
                bindOption(spec, name, value, values);
            }
        });
        return new Arguments(names(spec), complete(spec, values), piped);
    }

    private static boolean isInput(CommandSpec spec, Object value) {
        if (!spec.takesInput()) {
            return false;
        }
        if (value instanceof Collection<?> objects) {
            return objects.isEmpty() || !objects.stream().allMatch(CharSequence.class::isInstance);
        }
        return value instanceof Answer
                && (spec.arguments().isEmpty()
                        || Conversion.fieldThatNames(spec.arguments().get(0).kind())
                                .isEmpty());
    }

    private void bindPositional(CommandSpec spec, List<?> positional, Map<String, Object> values) {
        int next = 0;
        for (Parameter argument : spec.arguments()) {
            if (next == positional.size()) {
                return;
            }
            if (argument.many()) {
                values.put(
                        argument.name(),
                        convert(spec, argument, argument.name(), positional.subList(next, positional.size())));
                return;
            }
            Object value = positional.get(next++);
            if (value != null) {
                values.put(argument.name(), convert(spec, argument, argument.name(), value));
            }
        }
        if (next < positional.size()) {
            int count = spec.arguments().size();
            String takes = count == 0 ? "no argument" : count == 1 ? "one argument" : count + " arguments";
            throw bad(spec, spec.name() + " takes " + takes + ": what is '" + positional.get(next) + "'?");
        }
    }

    private void bindOption(CommandSpec spec, String written, Object value, Map<String, Object> values) {
        String name = Spelling.dashed(written);
        Parameter parameter = parameters(spec)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad(
                        spec,
                        spec.name() + " has no option --" + name
                                + Suggestions.nearest(name, names(spec))
                                        .map(near -> "; did you mean --" + near + "?")
                                        .orElse("")));
        if (values.containsKey(name)) {
            throw bad(spec, "'" + name + "' is given twice");
        }
        boolean positional = spec.arguments().contains(parameter);
        values.put(name, convert(spec, parameter, positional ? name : "--" + name, value));
    }

    private Object convert(CommandSpec spec, Parameter parameter, String shown, Object value) {
        Conversion conversion = new Conversion(parameter, problem -> bad(spec, shown + " " + problem));
        if (!parameter.many()) {
            return conversion.one(value);
        }
        List<Object> values = new ArrayList<>();
        for (Object each : value instanceof Collection<?> several ? several : List.of(value)) {
            // A list handed over from Groovy stands for its elements.
            for (Object one : each instanceof Collection<?> nested ? nested : List.of(each)) {
                values.add(conversion.one(one));
            }
        }
        return List.copyOf(values);
    }

    private Map<String, Object> complete(CommandSpec spec, Map<String, Object> values) {
        parameters(spec).forEach(parameter -> {
            if (values.containsKey(parameter.name())) {
                return;
            }
            if (parameter.required()) {
                boolean positional = spec.arguments().contains(parameter);
                String name = positional ? parameter.name() : "--" + parameter.name();
                throw bad(spec, spec.name() + " needs " + name + ": " + parameter.help());
            }
            if (parameter.kind() == ParameterKind.SWITCH) {
                values.put(parameter.name(), false);
            }
        });
        return values;
    }

    private static Set<String> names(CommandSpec spec) {
        return new LinkedHashSet<>(parameters(spec).map(Parameter::name).toList());
    }

    private static Stream<Parameter> parameters(CommandSpec spec) {
        return Stream.concat(spec.arguments().stream(), spec.options().stream());
    }

    private DirshException bad(CommandSpec spec, String problem) {
        return DirshException.badInput(problem, help.apply(spec));
    }
}
