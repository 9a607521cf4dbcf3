package dirsh.shell;

import dirsh.command.CommandSpec;
import java.util.List;
import java.util.Optional;

/** One part of a command line between pipes. */
sealed interface Stage {

    /** What was typed. */
    String text();

    /** The file behind {@code >}. */
    Optional<Redirect> target();

    /**
     * A command with the words after its name.
     *
     * @param spec the command's declaration
     * @param words values and names of options, without the quotes around them
     * @param target the file behind {@code >}; only the last stage may have one
     */
    record Call(CommandSpec spec, List<String> words, Optional<Redirect> target, String text) implements Stage {
        public Call {
            words = List.copyOf(words);
        }
    }

    /** A Groovy statement; stands only at the beginning. */
    record Code(String text) implements Stage {
        /** In Groovy the sign compares. */
        @Override
        public Optional<Redirect> target() {
            return Optional.empty();
        }
    }

    /**
     * A Groovy closure that what comes through the pipe is given to.
     *
     * @param format the word behind {@code -o} after the closure; empty without one
     * @param target the file behind {@code >}; only the last stage may have one
     */
    record Closure(String text, String format, Optional<Redirect> target) implements Stage {}
}
