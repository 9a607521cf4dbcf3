package dirsh.shell;

import dirsh.command.CommandSpec;
import java.util.List;

/** One part of a command line between pipes. */
sealed interface Stage {

    /** What was typed. */
    String text();

    /**
     * A command with the words after its name.
     *
     * @param spec the command's declaration
     * @param words values and names of options, without the quotes around them
     */
    record Call(CommandSpec spec, List<String> words, String text) implements Stage {
        public Call {
            words = List.copyOf(words);
        }
    }

    /** A Groovy statement; stands only at the beginning. */
    record Code(String text) implements Stage {}

    /**
     * A Groovy closure that what comes through the pipe is given to.
     *
     * @param format the word behind {@code -o} after the closure; empty without one
     */
    record Closure(String text, String format) implements Stage {}
}
