package dirsh.json;

import dirsh.model.DirshException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data to JSON text, written while it is looked at. */
final class JsonWriter {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final int indent;
    private final Appendable out;
    private int depth;

    JsonWriter(int indent, Appendable out) {
        this.indent = indent;
        this.out = out;
    }

    void value(@Nullable Object value) throws IOException {
        if (value == null || value instanceof Boolean) {
            out.append(String.valueOf(value));
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
            quoted(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            object(map.entrySet().iterator());
        } else if (value instanceof Iterable<?> list) {
            array(list.iterator());
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
        }
    }

    private void object(Iterator<? extends Map.Entry<?, ?>> entries) throws IOException {
        open('{');
        boolean empty = !entries.hasNext();
        while (entries.hasNext()) {
            newLine();
            Map.Entry<?, ?> entry = entries.next();
            quoted(String.valueOf(entry.getKey()));
            out.append(indent > 0 ? ": " : ":");
            value(entry.getValue());
            comma(entries);
        }
        close('}', empty);
    }

    private void array(Iterator<? extends @Nullable Object> elements) throws IOException {
        open('[');
        boolean empty = !elements.hasNext();
        while (elements.hasNext()) {
            newLine();
            value(elements.next());
            comma(elements);
        }
        close(']', empty);
    }

    private void open(char sign) throws IOException {
        if (++depth > Json.DEEPEST) {
            throw DirshException.badInput("the data nests deeper than " + Json.DEEPEST + " levels", "");
        }
        out.append(sign);
    }

    private void comma(Iterator<?> rest) throws IOException {
        if (rest.hasNext()) {
            out.append(',');
        }
    }

    private void close(char sign, boolean empty) throws IOException {
        depth--;
        if (!empty) {
            newLine();
        }
        out.append(sign);
    }

    private void newLine() throws IOException {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * depth));
        }
    }

    /** JSON has no word for infinity or not-a-number, so these become texts rather than a broken document. */
    private void number(Number number) throws IOException {
        if (number instanceof Double || number instanceof Float) {
            boolean finite = Double.isFinite(number.doubleValue());
            out.append(finite ? number.toString() : '"' + number.toString() + '"');
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger
                || number instanceof BigDecimal) {
            out.append(number.toString());
        } else {
            out.append(Long.toString(number.longValue()));
        }
    }

    private void quoted(String text) throws IOException {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                continue; // nearly all of a long text: copied in one go
            }
            out.append(text, written, i);
            written = i + 1;
            escaped(text, i);
        }
        // A writer makes another text of a part, and most texts have nothing to escape.
        (written == 0 ? out.append(text) : out.append(text, written, text.length())).append('"');
    }

    private void escaped(String text, int i) throws IOException {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (mustEscape(text, i)) {
                    out.append("\\u").append(HEX.toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /**
     * Beyond what RFC 8259 demands: control and direction characters would act on a terminal that shows the document,
     * and half a surrogate pair has no UTF-8 bytes.
     */
    private static boolean mustEscape(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return Character.isISOControl(c)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF;
    }
}
