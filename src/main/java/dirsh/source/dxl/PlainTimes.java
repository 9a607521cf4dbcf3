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
        int zone = number(at + 19);
        if (all[at + 8] != 'T'
                || all[at + 15] != ','
                || (sign != '+' && sign != '-')
                || zone < 0
                || zone > MOST_HOURS) {
            return null;
        }
        int century = number(at);
        int year = number(at + 2);
        int hundredths = number(at + 16);
        if (century < 0 || year < 0 || hundredths < 0) {
            return null;
        }
        try {
            return new NotesTime(
                    LocalDate.of(century * 100 + year, number(at + 4), number(at + 6)),
                    LocalTime.of(number(at + 9), number(at + 11), number(at + 13), hundredths * NANOS_PER_HUNDREDTH),
                    offsets[MOST_HOURS + (sign == '-' ? -zone : zone)],
                    daylightSaving);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number that two digits spell; a negative one if they are none, which no part of a time allows. */
    private int number(int at) {
        int tens = markup.bytes()[at] - '0';
        int ones = markup.bytes()[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }
}
