package dirsh.repair;

import dirsh.model.Cancellation;
import java.time.Clock;
import java.util.Optional;

/**
 * What an application works with.
 *
 * @param runs where it is recorded
 * @param clock stamps saves and records; decides nothing
 * @param user who saves
 * @param cancellation stops it after the document in hand
 * @param progress is told how far it is
 * @param timing paces it
 * @param sighting shows whether the sync took up a pilot, where there is such a thing
 * @param breakLock whether to take a lock that a process on another host left
 */
public record Setting(
        RunStore runs,
        Clock clock,
        String user,
        Cancellation cancellation,
        Progress progress,
        Timing timing,
        Optional<Sighting> sighting,
        boolean breakLock) {

    /** Told how far an application is. */
    @FunctionalInterface
    public interface Progress {
        void at(String what, long done, long total);

        /** Something the user should know at once. */
        default void note(String line) {}
    }
}
