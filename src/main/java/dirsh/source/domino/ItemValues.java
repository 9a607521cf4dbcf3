package dirsh.source.domino;

import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.NotesTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values the library hands out, as values of the model. */
final class ItemValues {

    private ItemValues() {}

    /**
     * The value of an item.
     *
     * @param values texts, numbers or times as the library decoded them; a text item without a character gives none
     */
    static ItemValue of(ItemType type, List<?> values) {
        if (type.equals(ItemType.TEXT)) {
            return ItemValue.Texts.of(values.isEmpty() ? "" : String.valueOf(values.get(0)));
        }
        if (type.equals(ItemType.TEXT_LIST)) {
            return new ItemValue.Texts(values.stream().map(String::valueOf).toList(), false);
        }
        if (type.equals(ItemType.NUMBER) || type.equals(ItemType.NUMBER_LIST)) {
            List<String> written = new ArrayList<>();
            values.forEach(value -> addNumbers(written, value));
            return new ItemValue.Numbers(written);
        }
        if (type.equals(ItemType.TIME) || type.equals(ItemType.TIME_LIST)) {
            List<NotesTime> times = new ArrayList<>();
            values.forEach(value -> time(value).ifPresent(times::add));
            return new ItemValue.Times(times);
        }
        return new ItemValue.Undecoded(type.toString());
    }

    /** The item a summary column shows; the column tells the type only by its class. */
    static Optional<ItemType> columnType(@Nullable Object value) {
        if (value instanceof String) {
            return Optional.of(ItemType.TEXT);
        }
        if (value instanceof Number) {
            return Optional.of(ItemType.NUMBER);
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.get(0) instanceof String
                    ? Optional.of(ItemType.TEXT_LIST)
                    : list.get(0) instanceof Number ? Optional.of(ItemType.NUMBER_LIST) : Optional.empty();
        }
        return Optional.empty();
    }

    private static void addNumbers(List<String> written, @Nullable Object value) {
        if (value instanceof Number number) {
            double real = number.doubleValue();
            written.add(
                    Double.isFinite(real)
                            ? new BigDecimal(Double.toString(real))
                                    .stripTrailingZeros()
                                    .toPlainString()
                            : Double.toString(real));
        } else if (value instanceof double[] range) {
            for (double end : range) {
                addNumbers(written, end);
            }
        }
    }

    /** A time of which day or time of day may be missing; empty for anything else. */
    static Optional<NotesTime> time(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return Optional.of(new NotesTime(date, null, null, false));
        }
        if (value instanceof LocalTime time) {
            return Optional.of(new NotesTime(null, time, null, false));
        }
        if (value instanceof OffsetDateTime moment) {
            return Optional.of(NotesTime.of(moment.toInstant()));
        }
        return Optional.empty();
    }

    /** The sequence of the document at which an item was written; Notes keeps its low byte only. */
    static int sequence(int lowByte, int noteSequence) {
        int latest = (noteSequence & ~0xFF) | (lowByte & 0xFF);
        return latest > noteSequence && latest > 0xFF ? latest - 0x100 : latest;
    }
}
