package dirsh.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON by RFC 8259, written and read without any option that could change the data. */
public final class Json {

    /** How deep arrays and objects may nest, in both directions. */
    public static final int DEEPEST = 200;

    private Json() {}

    /**
     * The data on one line, without a line end.
     *
     * @param value null, or maps with text keys, iterables, texts, numbers, booleans and enums, nested at will
     * @throws IllegalArgumentException if it holds anything else
     * @throws dirsh.model.DirshException if it nests deeper than {@link #DEEPEST}
     */
    public static String write(@Nullable Object value) {
        return write(value, 0);
    }

    /**
     * The data over several lines, without a final line end; map entries come in the map's order.
     *
     * @param value as for {@link #write(Object)}
     * @param indent blanks per level; 0 puts everything on one line
     */
    public static String write(@Nullable Object value, int indent) {
        StringBuilder text = new StringBuilder();
        try {
            write(value, indent, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a builder has none
        }
        return text.toString();
    }

    /**
     * The same, written part by part: an element of a list is asked for once the one before it is written.
     *
     * @param value as for {@link #write(Object)}
     * @param indent blanks per level; 0 puts everything on one line
     */
    public static void write(@Nullable Object value, int indent, Appendable out) throws IOException {
        new JsonWriter(indent, out).value(value);
    }

    /**
     * The data a text holds: maps in the order of the text, lists, texts, {@code Long}, {@code BigDecimal} for a number
     * that is no whole number of 64 bits, {@code Boolean}, or null. Maps and lists cannot be changed.
     *
     * @throws dirsh.model.DirshException as bad input with line and column, also for a repeated key
     */
    public static @Nullable Object read(String text) {
        return new JsonReader("", text).document();
    }
}
