package dirsh.command;

import java.util.Optional;

/** Where a command speaks to the user beside its answer; none of it goes to standard output. */
public interface Console {

    /** Confirms something or says what to do next. */
    void note(String line);

    /** Warns of something the user should look at. */
    void warn(String line);

    /** Shows how far long work is; drawn only on a terminal and only after half a second. */
    void progress(String what, long done, long total);

    /** Asks for a line of text; empty where nobody can answer. */
    Optional<String> ask(String question);

    /**
     * Asks for a secret, which is neither shown nor kept; empty where nobody can answer. Whoever gets it overwrites the
     * array after use.
     */
    Optional<char[]> askSecret(String question);
}
