package dirsh.exchange;

import dirsh.model.FileProgress;
import dirsh.model.Problem;

/** Takes what a scan finds, one by one and in the order of the source. */
@FunctionalInterface
public interface RecipientSink {

    /** Takes one recipient. */
    void recipient(Recipient recipient);

    /** Takes a record that could not be read as it should; the scan goes on. */
    default void problem(Problem problem) {}

    /** Hears now and then how far the scan is, from a source that knows; as {@link FileProgress.Listener#passed} does. */
    default void passed(long done, long total, String unit) {}

    /** Takes a doubt about the source as a whole, in one sentence. */
    default void warning(String text) {}
}
