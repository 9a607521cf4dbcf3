package dirsh.source.dxl;

import dirsh.model.NotesTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code datetime} elements off plain bytes; what spells no time is not plain, since it is worth a problem. */
final class PlainTimes {

    private static final byte[] START = "<datetime>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SUMMER_START = "<datetime dst='true'>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</datetime>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NAME = "datetime".getBytes(StandardCharsets.US_ASCII);

    /** The spelling of nearly all times; the others go the way of {@link DxlTimes}. */
    private static final int USUAL = "yyyymmddThhmmss,cc+hh".length();

    private static final int MOST_HOURS = 18;
    private static final int NANOS_PER_HUNDREDTH = 10_000_000;

    private final PlainMarkup markup;
    private final PlainContent content;
    /** How many days are remembered, one for each value of a hash. */
    private static final int DAYS = 4096;

    private final int[] dayNumbers = new int[DAYS];
    private final LocalDate[] days = new LocalDate[DAYS];
    private final ZoneOffset[] offsets = new ZoneOffset[2 * MOST_HOURS + 1];

    private @Nullable NotesTime found;

    PlainTimes(PlainMarkup markup, PlainContent content) {
        this.markup = markup;
        this.content = content;
        for (int hours = -MOST_HOURS; hours <= MOST_HOURS; hours++) {
            offsets[hours + MOST_HOURS] = ZoneOffset.ofHours(hours);
        }
    }

    /** Reads the one time inside an element, to the end of that. */
    int only(int from, byte[] parent) {
        int at = markup.space(from);
        found = null;
        if (markup.bytes()[at + 1] != '/') {
            at = markup.space(read(at));
        }
        return markup.endTag(at, parent);
    }

    /** Reads all times inside an element, to the end of that. */
    int all(int from, byte[] parent, List<NotesTime> times) {
        int at = markup.space(from);
        while (markup.bytes()[at + 1] != '/') {
            at = markup.space(read(at));
            if (found != null) {
                times.add(found);
            }
        }
        return markup.endTag(at, parent);
    }

    /** The time that was read last; null if its element was empty. */
    @Nullable
    NotesTime found() {
        return found;
    }

    private int read(int from) {
        boolean daylightSaving = markup.at(from, SUMMER_START);
        int at;
        if (daylightSaving) {
            at = from + SUMMER_START.length;
        } else if (markup.at(from, START)) {
            at = from + START.length;
        } else {
            at = content.startTag(from);
            if (!markup.is(from + 1, markup.nameEnd(), NAME)) {
                throw markup.failure(from);
            }
            daylightSaving = isDaylightSaving();
            if (markup.isEmpty()) {
                found = null;
                return at;
            }
        }
        int end = markup.text(at);
        found = end - at == USUAL ? usual(at, daylightSaving) : null;
        if (found == null) {
            other(at, end, daylightSaving);
        }
        return markup.at(end, END) ? end + END.length : markup.endTag(end, NAME);
    }

    private boolean isDaylightSaving() {
        for (int i = 0; i < markup.attributes(); i++) {
            if (markup.attributeName(i).equals("dst")) {
                return markup.attributeValue(i).equalsIgnoreCase("true");
            }
        }
        return false;
    }

    private void other(int from, int to, boolean daylightSaving) {
        String written = markup.decoded(from, to);
        found = DxlTimes.parse(written, daylightSaving).orElse(null);
        if (found == null && !written.isBlank()) {
            throw markup.failure(from);
        }
    }

    private @Nullable NotesTime usual(int at, boolean daylightSaving) {
        byte[] all = markup.bytes();
        byte sign = all[at + 18];
        int day = digits(all, at, 8);
        int clock = digits(all, at + 9, 6);
        int hundredths = digits(all, at + 16, 2);
        int zone = digits(all, at + 19, 2);
        if (day < 0
                || all[at + 8] != 'T'
                || clock < 0
                || all[at + 15] != ','
                || hundredths < 0
                || (sign != '+' && sign != '-')
                || zone < 0
                || zone > MOST_HOURS) {
            return null;
        }
        try {
            return new NotesTime(
                    day(day),
                    LocalTime.of(clock / 10_000, clock / 100 % 100, clock % 100, hundredths * NANOS_PER_HUNDREDTH),
                    offsets[MOST_HOURS + (sign == '-' ? -zone : zone)],
                    daylightSaving);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate day(int number) {
        int slot = (number / 10_000 * 372 + number / 100 % 100 * 31 + number % 100) & DAYS - 1;
        if (dayNumbers[slot] != number || number == 0) {
            days[slot] = LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
            dayNumbers[slot] = number;
        }
        return days[slot];
    }

    /** The number that digits spell; -1 if they are none. */
    private static int digits(byte[] all, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = all[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
