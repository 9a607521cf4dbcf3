package dirsh.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a command or script: parsing, help, completion and the README table all come from it.
 *
 * @param name one word in lower case, dashes allowed
 * @param group the heading under which help lists it
 * @param summary one sentence without a full stop
 * @param details paragraphs for {@code help NAME}; may be empty
 * @param arguments what stands without a name, in order
 * @param options what stands as {@code --name}
 * @param pipe what goes in and out through pipes
 * @param quiet whether its answer is shown only where {@code -o} stands on the command itself
 * @param examples run as tests
 * @param place where it is declared, as {@code file:line}
 * @param body the work
 */
public record CommandSpec(
        String name,
        String group,
        String summary,
        String details,
        List<Parameter> arguments,
        List<Parameter> options,
        PipeEnds pipe,
        boolean quiet,
        List<Example> examples,
        String place,
        Body body) {

    public CommandSpec {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /** Whether it can stand after a pipe. */
    public boolean takesInput() {
        return pipe.takes() != PipeKind.NOTHING;
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Body {
        /** Works and answers with an {@link dirsh.model.Answer}, a list of them, or null for nothing to show. */
        @Nullable
        Object run(Arguments arguments, Session session);
    }
}
