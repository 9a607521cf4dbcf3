package dirsh.plugin;

import dirsh.command.CommandFunction;
import dirsh.command.CommandRegistry;
import dirsh.command.Spelling;
import dirsh.model.DirshException;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jspecify.annotations.Nullable;

/**
 * Groovy a line at a time, as at a prompt: values, imports, methods and classes stay from line to line.
 *
 * <p>Every line is evaluated exactly once. It is for one thread; an interrupt of that thread ends a line's loops.
 */
public final class GroovyLines {

    private static final String LAST = "_";
    private static final String OUT = "out";

    private final SourceCompiler compiler = new SourceCompiler(CommandScript.class);
    private final PromptClasses classes = new PromptClasses(GroovyLines.class.getClassLoader());
    private final Map<String, KeptImport> imports = new LinkedHashMap<>();
    private final Binding values = new Binding();
    private final CommandRegistry registry;
    private final CommandScript.Commands commands;
    private int count;

    /**
     * An engine without values yet.
     *
     * @param registry whose names are functions of the lines
     * @param function runs them
     * @param out where {@code println} goes
     */
    public GroovyLines(CommandRegistry registry, CommandFunction function, PrintWriter out) {
        this.registry = registry;
        this.commands = new CommandScript.Commands(name -> registry.names().contains(name), function);
        values.setVariable(OUT, out);
        ScriptProperties.install();
    }

    /**
     * The value of a line, which is evaluated once.
     *
     * @throws DirshException of bad input if it does not compile, failed if it throws, interrupted if its thread was
     */
    public @Nullable Object evaluate(String source) {
        Object value = run(source, result -> result);
        remember(value);
        return value;
    }

    /** Makes a value the last result, which lines call {@code _}; null leaves the one before. */
    public void remember(@Nullable Object value) {
        if (value != null) {
            values.setVariable(LAST, value);
        }
    }

    /**
     * What a closure such as {@code { it.findAll { person -> person.offered } }} makes of the objects of a pipe.
     *
     * @return the elements of what it gives; one element for a single value, none for null
     */
    public List<?> stage(String closureSource, List<?> input) {
        // Parentheses, since braces at the start of a line would be a block; the line end closes a comment.
        Object output = run("(" + closureSource + "\n)", stage -> {
            if (!(stage instanceof Closure<?> closure)) {
                throw badStage("a stage is a closure, not '" + closureSource.strip() + "'");
            }
            if (closure.getMaximumNumberOfParameters() > 1) {
                throw badStage("a stage takes one parameter, the list of what comes through the pipe");
            }
            return elements(plain(closure.call((Object) input)));
        });
        return (List<?>) Objects.requireNonNull(output);
    }

    /** Whether the source is open at its end, so that the next line belongs to it. */
    public boolean needsMore(String source) {
        return new OpenSource(source).isOpen();
    }

    /** The names of the values kept, without {@code _} and what the shell itself put there. */
    public SortedSet<String> variables() {
        SortedSet<String> names = new TreeSet<>();
        for (Object name : values.getVariables().keySet()) {
            names.add(String.valueOf(name));
        }
        names.removeAll(List.of(LAST, OUT));
        return names;
    }

    /** A value kept, {@code _} included; empty if there is none of that name. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.getVariables().get(name));
    }

    /** The commands, for a script beside the lines. */
    CommandScript.Commands commands() {
        return commands;
    }

    /** The words a misspelt name may mean: commands as Groovy spells them, and the values kept. */
    Collection<String> knownNames() {
        SortedSet<String> known = variables();
        registry.names().forEach(name -> known.add(Spelling.camel(name)));
        return known;
    }

    /** Where {@code println} goes. */
    Object out() {
        return values.getVariable(OUT);
    }

    private @Nullable Object run(String source, Function<@Nullable Object, @Nullable Object> then) {
        count++;
        CompiledSource line = compile(source);
        CompiledLoader loader = new CompiledLoader(classes, line.classes());
        classes.keep(line, loader);
        if (!line.hasStatements()) {
            return null;
        }
        try {
            CommandScript script = ((CommandScript) line.instance(loader, values)).with(commands);
            for (String method : script.ownMethods()) {
                values.setVariable(method, new MethodClosure(script, method));
            }
            return then.apply(plain(script.run()));
        } catch (Throwable thrown) {
            throw Failure.toError(
                    thrown, fileName(), knownNames(), number -> number > 0 ? "line " + number + ": " : "");
        } finally {
            loader.forget();
        }
    }

    private CompiledSource compile(String source) {
        try {
            KeptNames names = new KeptNames(imports);
            CompiledSource line = compiler.compile(fileName(), source, classes, names);
            imports.putAll(names.imports());
            return line;
        } catch (CompilationFailedException failed) {
            Failure failure = Failure.ofCompilation(failed);
            throw DirshException.badInput(
                    failure.line() + ":" + failure.column() + ": " + failure.message(), "help groovy");
        }
    }

    private static DirshException badStage(String problem) {
        return DirshException.badInput(problem, "… | { it.take(5) }");
    }

    private String fileName() {
        return "Line" + count + ".groovy";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof GString text ? text.toString() : value;
    }

    private static List<?> elements(@Nullable Object value) {
        List<Object> elements = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            elements.addAll(several);
        } else if (value instanceof Object[] several) {
            elements.addAll(Arrays.asList(several));
        } else if (value instanceof Stream<?> several) {
            several.forEach(elements::add);
        } else if (value instanceof Iterator<?> several) {
            several.forEachRemaining(elements::add);
        } else {
            elements.add(value);
        }
        elements.removeIf(element -> element == null);
        elements.replaceAll(GroovyLines::plain);
        return List.copyOf(elements);
    }
}
