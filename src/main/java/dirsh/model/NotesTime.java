package dirsh.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Notes date and time with a resolution of 1/100 second; either half may be missing.
 *
 * @param date the day, or null for a time of day alone
 * @param time the time of day, or null for a day alone
 * @param offset the real offset from GMT at that moment, daylight saving included; null where none is stored
 * @param daylightSaving whether an hour of the offset is daylight saving
 */
public record NotesTime(
        @Nullable LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset, boolean daylightSaving) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SS", Locale.ROOT);

    /** The time at the given moment, in GMT and cut to 1/100 second. */
    public static NotesTime of(Instant moment) {
        var gmt = moment.atOffset(ZoneOffset.UTC);
        int hundredths = gmt.getNano() / 10_000_000 * 10_000_000;
        return new NotesTime(gmt.toLocalDate(), gmt.toLocalTime().withNano(hundredths), ZoneOffset.UTC, false);
    }

    /** The moment meant, where day, time and offset are all known. */
    public Optional<Instant> instant() {
        return date == null || time == null || offset == null
                ? Optional.empty()
                : Optional.of(date.atTime(time).toInstant(offset));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (date != null) {
            text.append(date);
        }
        if (time != null) {
            text.append(date == null ? "" : " ").append(TIME.format(time));
        }
        return offset == null
                ? text.toString()
                : text.append(' ').append(offset).toString();
    }
}
