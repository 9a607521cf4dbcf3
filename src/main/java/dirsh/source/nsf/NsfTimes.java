package dirsh.source.nsf;

import dirsh.model.NotesTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** TIMEDATE values: hundredths of a second since midnight GMT, Julian day, zone (nsf-format, TIMEDATE). */
final class NsfTimes {

    static final int SIZE = 8;

    private static final int WILDCARD_TIME = -1;
    private static final int WILDCARD_DAY = 0xFFFFFF;
    private static final int PER_DAY = 8_640_000;
    private static final int PER_SECOND = 100;
    private static final long NANOS = 10_000_000;

    /** The Julian day of 1970-01-01. */
    private static final int EPOCH = 2_440_588;

    private static final int FIRST_DAY = 1_721_426;
    private static final int LAST_DAY = 5_373_484;
    private static final int DAYLIGHT_SAVING = 0x80;
    private static final int EAST = 0x40;
    private static final int QUARTER = 15 * 60;
    private static final int HOUR = 60 * 60;

    private NsfTimes() {}

    /** Whether the bytes hold a time, or the empty one, or nothing that means one. */
    static boolean isValid(long stored) {
        int time = (int) stored;
        int day = (int) (stored >>> Integer.SIZE) & WILDCARD_DAY;
        boolean validTime = time == WILDCARD_TIME || (time >= 0 && time < PER_DAY);
        boolean validDay = day == WILDCARD_DAY || (day >= FIRST_DAY && day <= LAST_DAY);
        return stored == 0 || (validTime && validDay);
    }

    /** The time that is stored; empty for the empty time, for any time at all and for what is not valid. */
    static Optional<NotesTime> of(long stored) {
        int time = (int) stored;
        int day = (int) (stored >>> Integer.SIZE) & WILDCARD_DAY;
        boolean anyTime = time == WILDCARD_TIME;
        boolean anyDay = day == WILDCARD_DAY;
        if (stored == 0 || !isValid(stored) || (anyTime && anyDay)) {
            return Optional.empty();
        }
        if (anyTime) {
            // A date alone is the same day everywhere.
            return Optional.of(new NotesTime(LocalDate.ofEpochDay(day - EPOCH), null, null, false));
        }
        int zone = (int) (stored >>> 56);
        boolean daylightSaving = (zone & DAYLIGHT_SAVING) != 0;
        int offset = offset(zone);
        long local = (anyDay ? 0 : (long) (day - EPOCH) * PER_DAY) + time + (long) offset * PER_SECOND;
        LocalTime localTime = LocalTime.ofNanoOfDay(Math.floorMod(local, (long) PER_DAY) * NANOS);
        return Optional.of(new NotesTime(
                anyDay ? null : LocalDate.ofEpochDay(Math.floorDiv(local, (long) PER_DAY)),
                localTime,
                ZoneOffset.ofTotalSeconds(offset),
                daylightSaving));
    }

    /** The real offset from GMT in seconds. */
    private static int offset(int zone) {
        int standard = (zone & 0x0F) * HOUR + ((zone >> 4) & 3) * QUARTER;
        int signed = (zone & EAST) != 0 ? standard : -standard;
        return signed + ((zone & DAYLIGHT_SAVING) != 0 ? HOUR : 0);
    }
}
