package dirsh.plugin;

import dirsh.command.CommandFunction;
import dirsh.command.Spelling;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyInterceptable;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a line at the prompt and a script extend: every command is a function.
 *
 * <p>A name means, in this order: a method of the source itself, a closure or method kept from before, a command, and
 * what Groovy gives every object. The order is why calls are intercepted: Groovy's own {@code find} on every object
 * would else win over the command.
 */
public abstract class CommandScript extends Script implements GroovyInterceptable {

    private Commands commands = Commands.NONE;

    /**
     * The commands a script sees.
     *
     * @param isCommand whether a dashed name is one
     * @param function runs it
     */
    record Commands(Predicate<String> isCommand, CommandFunction function) {
        static final Commands NONE = new Commands(name -> false, (name, positional, options) -> null);
    }

    /** Gives the script its commands, before it runs. */
    final CommandScript with(Commands given) {
        commands = given;
        return this;
    }

    /** The methods the source declares, by name. */
    final Set<String> ownMethods() {
        Set<String> names = new TreeSet<>();
        for (var method : getClass().getDeclaredMethods()) {
            if (!method.isSynthetic()
                    && !method.getName().equals("run")
                    && !method.getName().equals("main")) {
                names.add(method.getName());
            }
        }
        return names;
    }

    @Override
    public @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        if (ownMethods().contains(name)) {
            return getMetaClass().invokeMethod(this, name, arguments);
        }
        Object[] values = arguments instanceof Object[] array ? array : new Object[] {arguments};
        Binding kept = getBinding();
        if (kept.hasVariable(name) && kept.getVariable(name) instanceof Closure<?> closure) {
            return closure.call(values);
        }
        String command = Spelling.dashed(name);
        if (commands.isCommand().test(command)) {
            return call(command, values);
        }
        return inherited(name, values);
    }

    /** What the name means where nobody declared it. */
    @Nullable
    Object inherited(String name, Object[] values) {
        if (name.equals("invokeMethod") || name.equals("evaluate") || name.equals("run")) {
            throw new MissingMethodException(name, getClass(), values);
        }
        try {
            return getMetaClass().invokeMethod(this, name, values);
        } catch (MissingMethodException missing) {
            // The one Groovy throws here has no stack trace, hence no line.
            throw name.equals(missing.getMethod()) && missing.getType() == getClass()
                    ? new MissingMethodException(name, getClass(), values)
                    : missing;
        }
    }

    private @Nullable Object call(String command, Object[] values) {
        List<Object> positional = new ArrayList<>(Arrays.asList(values));
        Map<String, Object> options = new LinkedHashMap<>();
        // Groovy hands over named arguments as a map in front of the others.
        if (!positional.isEmpty() && positional.get(0) instanceof Map<?, ?> named) {
            positional.remove(0);
            named.forEach((name, value) -> options.put(String.valueOf(name), value));
        }
        return commands.function().call(command, positional, options);
    }
}
