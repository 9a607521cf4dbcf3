package dirsh.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * A moment as Domino stamps it, on a server that keeps Central European Time.
 *
 * <p>The rule of daylight saving is written out here rather than asked of the time zone data, which differ between
 * Javas.
 *
 * @param hundredths since the beginning of 1970 in GMT
 */
record Stamp(long hundredths) {

    static final long SECOND = 100;
    static final long HOUR = 3600 * SECOND;
    static final long DAY = 24 * HOUR;

    /** The Julian day number of the first day of 1970. */
    private static final long JULIAN_1970 = 2_440_588;

    /** The zone byte of a TIMEDATE: one hour east of GMT, and the bit for daylight saving. */
    private static final long ONE_HOUR_EAST = 0x41;

    private static final long DAYLIGHT_SAVING = 0x80;

    Stamp plus(long more) {
        return new Stamp(hundredths + more);
    }

    /** As the second half of the UNID of a document created then: a TIMEDATE (C API). */
    long timedate() {
        long zone = ONE_HOUR_EAST | (isSummer() ? DAYLIGHT_SAVING : 0);
        long day = JULIAN_1970 + Math.floorDiv(hundredths, DAY);
        return zone << 56 | day << 32 | Math.floorMod(hundredths, DAY);
    }

    /** As a datetime element. */
    void appendTo(StringBuilder out) {
        boolean summer = isSummer();
        LocalDateTime local = gmt().plusHours(summer ? 2 : 1);
        out.append(summer ? "<datetime dst='true'>" : "<datetime>");
        digits(out, local.getYear(), 4);
        digits(out, local.getMonthValue(), 2);
        digits(out, local.getDayOfMonth(), 2);
        out.append('T');
        digits(out, local.getHour(), 2);
        digits(out, local.getMinute(), 2);
        digits(out, local.getSecond(), 2);
        out.append(',');
        digits(out, (int) Math.floorMod(hundredths, SECOND), 2);
        out.append(summer ? "+02" : "+01").append("</datetime>");
    }

    private LocalDateTime gmt() {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(hundredths, SECOND), 0, ZoneOffset.UTC);
    }

    /** From the last Sunday of March to the last Sunday of October, 1:00 GMT. */
    private boolean isSummer() {
        LocalDateTime gmt = gmt();
        return !gmt.isBefore(lastSunday(gmt.getYear(), 3)) && gmt.isBefore(lastSunday(gmt.getYear(), 10));
    }

    private static LocalDateTime lastSunday(int year, int month) {
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY))
                .atTime(1, 0);
    }

    private static void digits(StringBuilder out, int number, int width) {
        String text = Integer.toString(number);
        out.append("0".repeat(width - text.length())).append(text);
    }
}
