package dirsh.formula;

import dirsh.model.NotesTime;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How two times stand to each other.
 *
 * <p>Two moments compare as moments. Where one has no zone, as constants have none, the day and time compare as they
 * are written; where one has no time of day, the days alone. So the outcome never depends on the zone of the machine.
 */
final class TimeOrder {

    private TimeOrder() {}

    /** Negative, 0 or positive; nothing where one is a day and the other a time of day. */
    static OptionalInt of(NotesTime left, NotesTime right) {
        Optional<Instant> first = left.instant();
        Optional<Instant> second = right.instant();
        if (first.isPresent() && second.isPresent()) {
            return OptionalInt.of(first.get().compareTo(second.get()));
        }
        if (left.date() != null && right.date() != null) {
            int days = left.date().compareTo(right.date());
            LocalTime leftTime = left.time();
            LocalTime rightTime = right.time();
            return OptionalInt.of(
                    days != 0 || leftTime == null || rightTime == null ? days : leftTime.compareTo(rightTime));
        }
        return left.date() == null && right.date() == null && left.time() != null && right.time() != null
                ? OptionalInt.of(left.time().compareTo(right.time()))
                : OptionalInt.empty();
    }
}
