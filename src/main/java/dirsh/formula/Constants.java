package dirsh.formula;

import dirsh.model.NotesTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Constants of a formula: how they are read, joined to lists and written again. */
final class Constants {

    private static final Pattern TIME = Pattern.compile("(?:(?<y1>\\d{4})-(?<m1>\\d{1,2})-(?<d1>\\d{1,2})"
            + "|(?<m2>\\d{1,2})/(?<d2>\\d{1,2})/(?<y2>\\d{4}))"
            + "(?:[ T]+(?<h>\\d{1,2}):(?<min>\\d{2})(?::(?<s>\\d{2}))?\\s*(?<half>[AaPp][Mm])?)?");

    /** Beyond it a double does not tell whole numbers apart. */
    private static final double LARGEST_WHOLE = 1e15;

    private Constants() {}

    /**
     * The time between brackets: {@code 2024-01-31} or {@code 01/31/2024}, either with a time of day behind it.
     *
     * <p>Notes reads a date in the order of the operating system; the same formula must mean the same everywhere, so
     * only one order with slashes is taken.
     */
    static Optional<NotesTime> time(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group("y1") != null ? "1" : "2";
        try {
            LocalDate date = LocalDate.of(
                    number(matcher.group("y" + first)),
                    number(matcher.group("m" + first)),
                    number(matcher.group("d" + first)));
            LocalTime time = matcher.group("h") == null
                    ? null
                    : LocalTime.of(
                            hour(number(matcher.group("h")), matcher.group("half")),
                            number(matcher.group("min")),
                            number(matcher.group("s")));
            return Optional.of(new NotesTime(date, time, null, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour > 12) {
            throw new DateTimeException("hour " + hour + " of a half day");
        }
        return hour % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0);
    }

    /** The values one behind the other; unknown unless all are of one type. */
    static Value join(List<Value> values) {
        List<String> texts = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        List<NotesTime> times = new ArrayList<>();
        for (Value value : values) {
            if (value instanceof Value.Texts some) {
                texts.addAll(some.texts());
            } else if (value instanceof Value.Numbers some) {
                numbers.addAll(some.numbers());
            } else if (value instanceof Value.Times some) {
                times.addAll(some.times());
            } else {
                return Value.Unknown.UNKNOWN;
            }
        }
        if (numbers.isEmpty() && times.isEmpty()) {
            return Value.texts(texts);
        }
        if (texts.isEmpty() && times.isEmpty()) {
            return new Value.Numbers(numbers);
        }
        return texts.isEmpty() && numbers.isEmpty() ? new Value.Times(times) : Value.Unknown.UNKNOWN;
    }

    /** A constant of one element as a formula writes it. */
    static String print(Value constant) {
        if (constant instanceof Value.Numbers some) {
            return number(some.numbers().get(0));
        }
        if (constant instanceof Value.Times some) {
            NotesTime time = some.times().get(0);
            LocalTime ofDay = time.time();
            String seconds = ofDay == null
                    ? ""
                    : String.format(
                            Locale.ROOT, " %02d:%02d:%02d", ofDay.getHour(), ofDay.getMinute(), ofDay.getSecond());
            return "[" + time.date() + seconds + "]";
        }
        String text = constant instanceof Value.Texts some ? some.texts().get(0) : "";
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A number without needless digits: 12300 and 0.5, with an exponent only beyond 15 digits. */
    static String number(double number) {
        if (Math.abs(number) < LARGEST_WHOLE && number == Math.rint(number)) {
            return Long.toString((long) number);
        }
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return Math.abs(decimal.scale()) <= 15 ? decimal.toPlainString() : decimal.toString();
    }
}
