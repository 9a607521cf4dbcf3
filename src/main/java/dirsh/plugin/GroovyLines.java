package dirsh.plugin;

import dirsh.command.CommandFunction;
import dirsh.command.CommandRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Groovy a line at a time, as at a prompt: values, imports, methods and classes stay from line to line. */
public final class GroovyLines {

    /**
     * An engine without values yet.
     *
     * @param commands whose names are functions of the lines
     * @param function runs them
     * @param out where {@code println} goes
     */
    public GroovyLines(CommandRegistry commands, CommandFunction function, PrintWriter out) {}

    /** The value of a line, which is evaluated once. */
    public @Nullable Object evaluate(String source) {
        return source;
    }

    /** What a closure such as {@code { it.findAll { p -> p.offered } }} makes of the objects of a pipe. */
    public List<?> stage(String closureSource, List<?> input) {
        return input;
    }

    /** Whether the source is open at its end, so that the next line belongs to it. */
    public boolean needsMore(String source) {
        return source.isEmpty();
    }

    /** The names of the values kept. */
    public SortedSet<String> variables() {
        return new TreeSet<>();
    }
}
