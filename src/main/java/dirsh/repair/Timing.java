package dirsh.repair;

import dirsh.model.Cancellation;
import java.time.Duration;

/** The passing of time while a plan is applied, so that a test need not sit through it. */
public interface Timing {

    /** A running count of nanoseconds from an arbitrary start. */
    long nanoTime();

    /** Waits that long, or shorter once somebody asks to stop. */
    void rest(Duration most, Cancellation cancellation);

    /** The time of the wall. */
    Timing REAL = new Timing() {

        private static final long LOOK_AFTER_MILLIS = 50;

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void rest(Duration most, Cancellation cancellation) {
            long end = nanoTime() + most.toNanos();
            try {
                for (long left = most.toNanos(); left > 0 && !cancellation.requested(); left = end - nanoTime()) {
                    Thread.sleep(Math.min(left / 1_000_000 + 1, LOOK_AFTER_MILLIS));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };
}
