package dirsh.repair;

import dirsh.model.Cancellation;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The rhythm of the documents of a run; the rate can be changed from outside while it is kept. */
final class Pace {

    private static final double NANOS = 1e9;

    private final Limits limits;
    private final Supplier<OptionalDouble> told;
    private final Timing timing;
    private final Cancellation cancellation;
    private long last;
    private boolean first = true;

    /**
     * A rhythm.
     *
     * @param told the rate somebody asked for meanwhile, in documents a second
     */
    Pace(Limits limits, Supplier<OptionalDouble> told, Timing timing, Cancellation cancellation) {
        this.limits = limits;
        this.told = told;
        this.timing = timing;
        this.cancellation = cancellation;
    }

    /** Waits until the next document may be saved. */
    void next() {
        double rate = told.get().orElse(limits.perSecond());
        long between = Math.max(rate > 0 ? (long) (NANOS / rate) : 0, 0);
        if (!first) {
            long left = between - (timing.nanoTime() - last);
            long rest = Math.max(left, limits.pause().toNanos());
            if (rest > 0) {
                timing.rest(Duration.ofNanos(rest), cancellation);
            }
        }
        first = false;
        last = timing.nanoTime();
    }
}
