package dirsh.repair;

import dirsh.model.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests: nobody waits, and Exchange is not looked at. */
final class Settings {

    private Settings() {}

    static Setting of(RunStore runs, Clock clock) {
        return of(runs, clock, new Cancellation(), (what, done, total) -> {});
    }

    static Setting of(RunStore runs, Clock clock, Cancellation cancellation, Setting.Progress progress) {
        return new Setting(
                runs, clock, "CN=Admin/O=Acme", cancellation, progress, new PassingTime(), Optional.empty(), false);
    }

    /** Time that passes only while somebody rests. */
    static final class PassingTime implements Timing {
        private long nanos;

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void rest(Duration most, Cancellation cancellation) {
            nanos += most.toNanos();
        }
    }
}
