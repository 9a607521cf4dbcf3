package dirsh.source.nsf;

import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.NotesTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Decodes stored values by their type (nsf-format, Values). */
final class NsfValues {

    private static final int LIST_HEADER = 4;
    private static final double EXACT = 1e15;

    private final Lmbcs lmbcs;

    NsfValues(Lmbcs lmbcs) {
        this.lmbcs = lmbcs;
    }

    /**
     * The value of a type.
     *
     * @throws NsfDamage if its length or its parts are not as the type wants them (invariant 11)
     */
    ItemValue decode(ItemType type, NsfBytes value) throws NsfDamage {
        return switch (type.code()) {
            case 0x0001 -> new ItemValue.RichText(RichTextPreview.of(value, lmbcs));
            case 0x0003 -> new ItemValue.Undecoded("attachment");
            case 0x0300 -> new ItemValue.Numbers(List.of(number(value, exactly(value, 0, Double.BYTES))));
            case 0x0301 -> numbers(value);
            case 0x0400 -> new ItemValue.Times(times(value, exactly(value, 0, NsfTimes.SIZE), 1));
            case 0x0401 -> times(value);
            case 0x0500 -> ItemValue.Texts.of(lmbcs.decode(value));
            case 0x0501 -> new ItemValue.Texts(texts(value), false);
            case 0x0600 -> new ItemValue.Undecoded("formula");
            default -> raw(value);
        };
    }

    /** The bytes themselves. */
    static ItemValue raw(NsfBytes value) {
        return new ItemValue.Raw(
                HexFormat.of().withUpperCase().formatHex(value.array(), value.start(), value.start() + value.length()));
    }

    private List<String> texts(NsfBytes value) throws NsfDamage {
        if (value.length() == 0) {
            return List.of();
        }
        int count = value.u16(0);
        int at = Short.BYTES * (1 + count);
        value.part(0, at);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = value.known16(Short.BYTES * (1 + i));
            texts.add(lmbcs.decode(value.part(at, length)));
            at += length;
        }
        exactly(value, at, 0);
        return texts;
    }

    private ItemValue numbers(NsfBytes value) throws NsfDamage {
        int count = rangeCount(value, Double.BYTES);
        List<String> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(number(value, LIST_HEADER + Double.BYTES * i));
        }
        return new ItemValue.Numbers(numbers);
    }

    private ItemValue times(NsfBytes value) throws NsfDamage {
        return new ItemValue.Times(times(value, LIST_HEADER, rangeCount(value, NsfTimes.SIZE)));
    }

    private static List<NotesTime> times(NsfBytes value, int from, int count) throws NsfDamage {
        List<NotesTime> times = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long stored = value.i64(from + (long) NsfTimes.SIZE * i);
            if (!NsfTimes.isValid(stored)) {
                throw new NsfDamage(value.place(from), "a time that is none");
            }
            NsfTimes.of(stored).ifPresent(times::add);
        }
        return times;
    }

    /** How many elements a list holds, each pair counted as two. */
    private static int rangeCount(NsfBytes value, int size) throws NsfDamage {
        int count = value.u16(0) + 2 * value.u16(2);
        exactly(value, LIST_HEADER, size * count);
        return count;
    }

    private static int exactly(NsfBytes value, int from, int length) throws NsfDamage {
        if (value.length() != from + length) {
            throw new NsfDamage(value.place(0), "a value of a wrong length");
        }
        return from;
    }

    /** The shortest decimal text of the number, as an exporter writes it. */
    private static String number(NsfBytes value, int at) throws NsfDamage {
        double number = Double.longBitsToDouble(value.i64(at));
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (Math.abs(number) >= EXACT || (number != 0 && Math.abs(number) < 1 / EXACT)) {
            return Double.toString(number);
        }
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.toPlainString();
    }
}
