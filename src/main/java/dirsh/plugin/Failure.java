package dirsh.plugin;

import dirsh.command.Suggestions;
import dirsh.model.DirshException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collection;
import java.util.function.IntFunction;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in Groovy source, in one line with its place in that source.
 *
 * @param line 1-based, or 0 where it is not known
 * @param column 1-based, or 0
 * @param message in one line
 * @param cause the exception itself
 */
record Failure(int line, int column, String message, Throwable cause) {

    /** The first error of a source that does not compile. */
    static Failure ofCompilation(CompilationFailedException failed) {
        if (failed instanceof MultipleCompilationErrorsException several) {
            for (Message message : several.getErrorCollector().getErrors()) {
                if (message instanceof SyntaxErrorMessage syntax) {
                    SyntaxException error = syntax.getCause();
                    return new Failure(
                            error.getStartLine(), error.getStartColumn(), oneLine(error.getOriginalMessage()), failed);
                }
            }
        }
        return new Failure(0, 0, oneLine(String.valueOf(failed.getMessage())), failed);
    }

    /**
     * What an exception of a running source means.
     *
     * @param fileName the source's name in stack traces
     * @param known the names a misspelt one may mean
     */
    static Failure ofRun(Throwable thrown, String fileName, Collection<String> known) {
        Throwable cause = unwrapped(thrown);
        int line = lineIn(cause, fileName);
        if (cause instanceof MissingMethodException missing && isUnboundName(missing.getType())) {
            String name = missing.getMethod();
            return new Failure(line, 0, "no such function '" + name + "'" + Suggestions.didYouMean(name, known), cause);
        }
        if (cause instanceof MissingPropertyException missing && isUnboundName(missing.getType())) {
            String name = missing.getProperty();
            String hint = known.contains(name)
                    ? "; the command is called as " + name + "()"
                    : Suggestions.didYouMean(name, known);
            return new Failure(line, 0, "no such name '" + name + "'" + hint, cause);
        }
        String message = cause.getMessage();
        boolean wordless = message == null || message.isBlank();
        return new Failure(
                line, 0, wordless ? cause.getClass().getSimpleName() : oneLine(String.valueOf(message)), cause);
    }

    /** The exception behind those that only carry it. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (carriesAnother(cause)) {
            Throwable next = cause.getCause();
            if (next == null) {
                return cause;
            }
            cause = next;
        }
        return cause;
    }

    /**
     * The error for the user.
     *
     * @param place how a line of the source is written in front of the message; 0 where it is not known
     * @throws VirtualMachineError if it was one other than a recursion without end
     */
    static DirshException toError(
            Throwable thrown, String fileName, Collection<String> known, IntFunction<String> place) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof DirshException error) {
            return error;
        }
        if (cause instanceof VirtualMachineError error && !(cause instanceof StackOverflowError)) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            // The request is answered here; left standing it would end the next line as well.
            Thread.interrupted();
            return new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", cause);
        }
        Failure failure = ofRun(cause, fileName, known);
        return DirshException.failed(place.apply(failure.line()) + failure.message(), "", failure.cause());
    }

    private static boolean carriesAnother(Throwable thrown) {
        return thrown instanceof InvokerInvocationException
                || thrown instanceof InvocationTargetException
                || thrown instanceof UndeclaredThrowableException
                || thrown instanceof ExceptionInInitializerError;
    }

    private static boolean isUnboundName(@Nullable Class<?> type) {
        return type != null && (type == Reports.class || Script.class.isAssignableFrom(type));
    }

    private static int lineIn(Throwable thrown, String fileName) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (fileName.equals(frame.getFileName()) && frame.getLineNumber() > 0) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
