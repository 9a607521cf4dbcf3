package dirsh.source.dxl;

import dirsh.model.NotesTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as DXL writes them: {@code yyyymmdd}, {@code Thhmmss,cc} or both, then the real offset from GMT. */
final class DxlTimes {

    private static final int MAX_LENGTH = 40;
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4})(\\d{2})(\\d{2}))?(?:T(\\d{2})(\\d{2})(\\d{2})(?:,(\\d{2}))?([+-]\\d{2}(?:\\d{2})?|Z)?)?");

    private DxlTimes() {}

    /** The time that the text spells; empty where it spells none. White space around it means nothing. */
    static Optional<NotesTime> parse(String text, boolean daylightSaving) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = TIME.matcher(stripped);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date =
                    parts.group(1) == null ? null : LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (parts.group(4) == null) {
                return Optional.of(new NotesTime(date, null, null, daylightSaving));
            }
            int nanos = parts.group(7) == null ? 0 : number(parts, 7) * 10_000_000;
            LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6), nanos);
            ZoneOffset offset = parts.group(8) == null ? null : ZoneOffset.of(parts.group(8));
            return Optional.of(new NotesTime(date, time, offset, daylightSaving));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment in GMT, as it stands in a {@code datetime} element. */
    static String write(Instant moment) {
        var gmt = moment.atOffset(ZoneOffset.UTC);
        return String.format(
                java.util.Locale.ROOT,
                "%04d%02d%02dT%02d%02d%02d,%02d+00",
                gmt.getYear(),
                gmt.getMonthValue(),
                gmt.getDayOfMonth(),
                gmt.getHour(),
                gmt.getMinute(),
                gmt.getSecond(),
                gmt.getNano() / 10_000_000);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
