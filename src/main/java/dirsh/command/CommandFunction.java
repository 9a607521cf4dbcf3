package dirsh.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to call any command by name, which makes every command a function of Groovy code. */
@FunctionalInterface
public interface CommandFunction {

    /**
     * Runs the command and gives its value.
     *
     * @param options by name; dashed and camel-case spelling both count
     */
    @Nullable
    Object call(String name, List<?> positional, Map<String, ?> options);
}
