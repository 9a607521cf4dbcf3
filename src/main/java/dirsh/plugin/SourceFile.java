package dirsh.plugin;

import groovy.lang.Closure;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A plugin file or script while it runs: which of its lines is at work, and what its errors look like.
 *
 * @param name as stack traces show it
 */
record SourceFile(String name) {

    /** The line of this file that is at work now; 0 where none is. */
    int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> name.equals(frame.getFileName()) && frame.getLineNumber() > 0)
                        .map(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(0));
    }

    /** The place of a line as {@code file:line}. */
    String place(int line) {
        return line > 0 ? name + ":" + line : name;
    }

    /** The error that the line at work is wrong. */
    BrokenDeclaration broken(String what) {
        return new BrokenDeclaration(name, line(), what);
    }

    /** What the file must declare: its name without the ending. */
    String nameWithoutEnding() {
        return name.replaceFirst("\\.groovy$", "");
    }

    /** What a closure of this file gives for as many arguments as it takes; what it throws gets its place in the file. */
    @Nullable
    Object call(Closure<?> closure, Collection<String> known, Object... arguments) {
        try {
            int takes = Math.min(arguments.length, closure.getMaximumNumberOfParameters());
            return closure.call(Arrays.copyOf(arguments, takes));
        } catch (Throwable thrown) {
            throw Failure.toError(thrown, name, known, line -> place(line) + ": ");
        }
    }
}
