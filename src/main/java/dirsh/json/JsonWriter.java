package dirsh.json;

import dirsh.model.DirshException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Data to JSON text. */
final class JsonWriter {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final int indent;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    JsonWriter(int indent) {
        this.indent = indent;
    }

    String text(@Nullable Object value) {
        value(value);
        return out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
            quoted(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            nested('{', '}', map.entrySet().iterator(), this::entry);
        } else if (value instanceof Iterable<?> list) {
            nested('[', ']', list.iterator(), this::value);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
        }
    }

    private void entry(Map.Entry<?, ?> entry) {
        quoted(String.valueOf(entry.getKey()));
        out.append(indent > 0 ? ": " : ":");
        value(entry.getValue());
    }

    private <T extends @Nullable Object> void nested(char open, char close, Iterator<T> parts, Consumer<T> part) {
        if (++depth > Json.DEEPEST) {
            throw DirshException.badInput("the data nests deeper than " + Json.DEEPEST + " levels", "");
        }
        out.append(open);
        boolean empty = !parts.hasNext();
        while (parts.hasNext()) {
            newLine();
            part.accept(parts.next());
            if (parts.hasNext()) {
                out.append(',');
            }
        }
        depth--;
        if (!empty) {
            newLine();
        }
        out.append(close);
    }

    private void newLine() {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * depth));
        }
    }

    /** JSON has no word for infinity or not-a-number, so these become texts rather than a broken document. */
    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            boolean finite = Double.isFinite(number.doubleValue());
            out.append(finite ? number.toString() : '"' + number.toString() + '"');
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger
                || number instanceof BigDecimal) {
            out.append(number);
        } else {
            out.append(number.longValue());
        }
    }

    private void quoted(String text) {
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
        out.append(text, written, text.length()).append('"');
    }

    private void escaped(String text, int i) {
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
