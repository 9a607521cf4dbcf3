package dirsh.source.dxl;

import dirsh.model.NotesTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Times as DXL writes them: {@code yyyymmdd}, {@code Thhmmss,cc} or both, then the real offset from GMT. */
final class DxlTimes {

    private static final int DATE = "yyyymmdd".length();
    private static final int TIME = "Thhmmss".length();
    private static final int HUNDREDTHS = ",cc".length();
    private static final int NANOS_PER_HUNDREDTH = 10_000_000;

    private DxlTimes() {}

    /** The time that the text spells; empty where it spells none. White space around it means nothing. */
    static Optional<NotesTime> parse(String text, boolean daylightSaving) {
        try {
            return parts(text.strip(), daylightSaving);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<NotesTime> parts(String text, boolean daylightSaving) {
        int at = 0;
        LocalDate date = null;
        if (text.length() >= DATE && text.charAt(0) != 'T') {
            date = LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, DATE));
            at = DATE;
        }
        if (at == text.length()) {
            return date == null ? Optional.empty() : Optional.of(new NotesTime(date, null, null, daylightSaving));
        }
        if (text.charAt(at) != 'T' || text.length() < at + TIME) {
            return Optional.empty();
        }
        int hour = number(text, at + 1, at + 3);
        int minute = number(text, at + 3, at + 5);
        int second = number(text, at + 5, at + TIME);
        at += TIME;
        int nanos = 0;
        if (text.startsWith(",", at) && text.length() >= at + HUNDREDTHS) {
            nanos = number(text, at + 1, at + HUNDREDTHS) * NANOS_PER_HUNDREDTH;
            at += HUNDREDTHS;
        }
        LocalTime time = LocalTime.of(hour, minute, second, nanos);
        ZoneOffset offset = at == text.length() ? null : offset(text.substring(at));
        return Optional.of(new NotesTime(date, time, offset, daylightSaving));
    }

    private static ZoneOffset offset(String text) {
        if (text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        char sign = text.charAt(0);
        if ((sign != '+' && sign != '-') || (text.length() != 3 && text.length() != 5)) {
            throw new NumberFormatException();
        }
        int minutes = 60 * number(text, 1, 3) + (text.length() == 5 ? number(text, 3, 5) : 0);
        return ZoneOffset.ofTotalSeconds((sign == '-' ? -60 : 60) * minutes);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new NumberFormatException();
            }
            value = 10 * value + digit - '0';
        }
        return value;
    }

    /** A moment in GMT, as it stands in a {@code datetime} element. */
    static String write(Instant moment) {
        var gmt = moment.atOffset(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%04d%02d%02dT%02d%02d%02d,%02d+00",
                gmt.getYear(),
                gmt.getMonthValue(),
                gmt.getDayOfMonth(),
                gmt.getHour(),
                gmt.getMinute(),
                gmt.getSecond(),
                gmt.getNano() / 10_000_000);
    }
}
