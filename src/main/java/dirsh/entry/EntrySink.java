package dirsh.entry;

import dirsh.model.FileProgress;
import dirsh.model.Problem;

/** Takes what a scan finds, one by one and in the order of the source. */
@FunctionalInterface
public interface EntrySink {

    /** Takes the header, before everything else; only sources that have one call it. */
    default void columns(Columns columns) {}

    /** Takes one entry. */
    void entry(Entry entry);

    /** Takes a record that could not be read as it should; the scan goes on. */
    default void problem(Problem problem) {}

    /** Hears now and then how far the scan is, from a source that knows; as {@link FileProgress.Listener#passed} does. */
    default void passed(long done, long total, String unit) {}
}
