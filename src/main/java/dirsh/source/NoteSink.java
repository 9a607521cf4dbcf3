package dirsh.source;

import dirsh.model.Note;
import dirsh.model.Problem;

/** Takes what a scan finds, one by one and in stored order. */
@FunctionalInterface
public interface NoteSink {

    /** Takes one data document; named notes never get here. */
    void note(Note note);

    /** Takes a record that could not be read as it should; the scan goes on. */
    default void problem(Problem problem) {}

    /**
     * Hears now and then how far the scan is, from a source that knows.
     *
     * @param done at most the total
     * @param total more than 0
     * @param unit what is counted, such as {@code MB}
     */
    default void passed(long done, long total, String unit) {}
}
