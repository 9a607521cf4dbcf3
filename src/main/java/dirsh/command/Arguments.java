package dirsh.command;

import dirsh.model.DirshException;
import dirsh.model.Flow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values a command was called with, by the names of its declaration.
 *
 * <p>A name the declaration does not know is an error, so that a misspelt one never reads as "not given".
 */
public final class Arguments {

    private final Set<String> names;
    private final Map<String, Object> values;
    private final @Nullable Flow<?> input;

    public Arguments(Set<String> names, Map<String, Object> values, @Nullable Flow<?> input) {
        this.names = Set.copyOf(names);
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.input = input;
    }

    /** The value of a parameter by either {@link Spelling}, or null if it was not given; a switch is false then. */
    public @Nullable Object get(String name) {
        String declared = names.contains(name) ? name : Spelling.dashed(name);
        if (!names.contains(declared)) {
            throw DirshException.failed(
                    "the declaration has no parameter '" + name + "'",
                    "one of: " + String.join(", ", new TreeSet<>(names)),
                    null);
        }
        return values.get(declared);
    }

    /** The objects that come through the pipe, if the command stands after one; all of them are made at once. */
    public Optional<List<?>> input() {
        return flow().map(Flow::toList);
    }

    /** The objects that come through the pipe, for a command that takes them one by one. */
    public Optional<Flow<?>> flow() {
        return Optional.ofNullable(input);
    }
}
