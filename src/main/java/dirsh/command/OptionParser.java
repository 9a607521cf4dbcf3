package dirsh.command;

import java.util.List;

/** Sorts the words of a command line into positional values and options. */
@FunctionalInterface
public interface OptionParser {

    /**
     * Sorts the words by what the command declares; values stay text, for {@link Binder} to convert.
     *
     * @throws dirsh.model.DirshException for an option the command does not know or one without its value
     */
    ParsedOptions parse(CommandSpec spec, List<String> words);
}
