package dirsh.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * An error for the user: what happened, with value and place, and what to try.
 *
 * <p>It ends the command; its {@link Outcome} decides the exit code.
 */
public class DirshException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How the command ended. */
    public enum Outcome {
        /** Wrong usage or bad input: exit code 2. */
        BAD_INPUT,
        /** The work itself failed: exit code 3. */
        FAILED,
        /** The user or the system asked to stop: exit code 130. */
        INTERRUPTED
    }

    private final String tryThis;
    private final Outcome outcome;

    public DirshException(Outcome outcome, String problem, String tryThis, @Nullable Throwable cause) {
        super(problem, cause);
        this.outcome = outcome;
        this.tryThis = tryThis;
    }

    /** Wrong usage or bad input: exit code 2. */
    public static DirshException badInput(String problem, String tryThis) {
        return new DirshException(Outcome.BAD_INPUT, problem, tryThis, null);
    }

    /** The work itself failed: exit code 3. */
    public static DirshException failed(String problem, String tryThis, @Nullable Throwable cause) {
        return new DirshException(Outcome.FAILED, problem, tryThis, cause);
    }

    /** Why a file could not be read or written, in words without the file's name. */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not text in the expected encoding"; // its own message is the length of the bytes
        }
        String message = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.replaceAll("\\s+", " ");
    }

    /** What happened, in one line. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** A next step, where possible one that can be pasted; empty if there is none. */
    public String tryThis() {
        return tryThis;
    }

    /** How the command ended. */
    public Outcome outcome() {
        return outcome;
    }
}
