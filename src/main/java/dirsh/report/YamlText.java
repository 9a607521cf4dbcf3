package dirsh.report;

import dirsh.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain data as one YAML 1.2 document in block style.
 *
 * <p>A text stays without quotes only where no reader, of YAML 1.1 either, could take it for something else; quoted, it
 * is a JSON text, which YAML 1.2 contains.
 */
final class YamlText {

    /** Starts with a letter, so it is no number, date or indicator; holds no {@code : } and no {@code #}. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N} _./@()=+-]*");

    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private final Appendable out;

    private YamlText(Appendable out) {
        this.out = out;
    }

    /** Writes the document, with its mark at the start so that several may follow each other. */
    static void write(@Nullable Object plain, Appendable out) throws IOException {
        out.append("---\n");
        if (isBlock(plain)) {
            new YamlText(out).block(plain, 0);
        } else {
            out.append(flow(plain)).append('\n');
        }
    }

    private static boolean isBlock(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty()) || (value instanceof List<?> list && !list.isEmpty());
    }

    /** Writes from the current position, which is already indented for the first line. */
    private void block(@Nullable Object value, int depth) throws IOException {
        String start = "";
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(start).append(text(String.valueOf(entry.getKey()))).append(':');
                mapped(entry.getValue(), depth);
                start = "  ".repeat(depth);
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                out.append(start).append("- ");
                if (isBlock(element)) {
                    block(element, depth + 1);
                } else {
                    out.append(flow(element)).append('\n');
                }
                start = "  ".repeat(depth);
            }
        }
    }

    private void mapped(@Nullable Object value, int depth) throws IOException {
        if (isBlock(value)) {
            out.append('\n').append("  ".repeat(depth + 1));
            block(value, depth + 1);
        } else {
            out.append(' ').append(flow(value)).append('\n');
        }
    }

    /** A value that fits on the line of its key. */
    private static String flow(@Nullable Object value) {
        return value instanceof String text ? text(text) : Json.write(value);
    }

    private static String text(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !text.endsWith(" ") && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : Json.write(text);
    }
}
