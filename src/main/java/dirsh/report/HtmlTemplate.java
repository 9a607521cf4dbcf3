package dirsh.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page with slots, read from a resource of the jar. A value is always escaped, and a slot may stand only where an escaped
 * value is text; there is no way to put markup into a slot.
 *
 * <p>{@code {{name}}} is a value and {@code {{.}}} the element itself; {@code {{#name}}…{{/name}}} is repeated for each
 * element of a list, shown for each other value that is neither missing, false nor empty, and {@code {{^name}}…{{/name}}} is
 * shown where the first is not; {@code {{>file}}} takes in another resource. Blanks at the begin of lines are left out.
 */
final class HtmlTemplate {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String ITSELF = ".";

    private interface Part {
        void write(Deque<Object> values, Appendable out) throws IOException;
    }

    private final String name;
    private final String source;
    private final MarkupPlace place = new MarkupPlace();
    private final List<Part> parts;
    private int at;

    private HtmlTemplate(String name, String source) {
        this.name = name;
        this.source = source;
        this.parts = parts("");
    }

    /** The template of a text, for resources that stand beside this class. */
    static HtmlTemplate of(String name, String text) {
        return new HtmlTemplate(name, text.lines().map(String::strip).collect(Collectors.joining("\n")) + "\n");
    }

    /** The template of a resource that stands beside this class. */
    static HtmlTemplate resource(String name) {
        return of(name, text(name));
    }

    private static String text(String resource) {
        try (InputStream in = HtmlTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int partial = text.indexOf(OPEN + ">");
            while (partial >= 0) {
                int end = text.indexOf(CLOSE, partial);
                String other =
                        text(text.substring(partial + OPEN.length() + 1, end)).strip();
                text = text.substring(0, partial) + other + text.substring(end + CLOSE.length());
                partial = text.indexOf(OPEN + ">", partial + other.length());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text between two marks as it will stand in the page, such as a style sheet. */
    String between(String begin, String end) {
        int from = source.indexOf(begin) + begin.length();
        return source.substring(from, source.indexOf(end, from));
    }

    /** Writes the page with these values. */
    void write(Map<String, ?> values, Appendable out) throws IOException {
        Deque<Object> stack = new ArrayDeque<>();
        stack.push(values);
        for (Part part : parts) {
            part.write(stack, out);
        }
    }

    private List<Part> parts(String section) {
        List<Part> list = new ArrayList<>();
        while (at < source.length()) {
            int open = source.indexOf(OPEN, at);
            String markup = source.substring(at, open < 0 ? source.length() : open);
            place.pass(markup);
            list.add((values, out) -> out.append(markup));
            if (open < 0) {
                at = source.length();
                break;
            }
            int close = source.indexOf(CLOSE, open);
            String tag = source.substring(open + OPEN.length(), close);
            at = close + CLOSE.length();
            switch (tag.charAt(0)) {
                case '#' -> list.add(section(tag.substring(1), true));
                case '^' -> list.add(section(tag.substring(1), false));
                case '/' -> {
                    require(section.equals(tag.substring(1)), tag);
                    return list;
                }
                default -> list.add(slot(tag));
            }
        }
        require(section.isEmpty(), section);
        return list;
    }

    private Part slot(String tag) {
        require(place.takesValue(), tag);
        return (values, out) -> {
            Object value = find(values, tag);
            require(value instanceof String || value instanceof Number, tag);
            escape(ShownText.line(String.valueOf(value)), out);
        };
    }

    private Part section(String tag, boolean wanted) {
        require(place.isText(), tag);
        List<Part> inner = parts(tag);
        require(place.isText(), tag);
        return (values, out) -> {
            Object value = find(values, tag);
            if (!wanted) {
                if (!shows(value)) {
                    write(inner, values, out);
                }
                return;
            }
            for (Object each : elements(value)) {
                values.push(each);
                write(inner, values, out);
                values.pop();
            }
        };
    }

    private static void write(List<Part> parts, Deque<Object> values, Appendable out) throws IOException {
        for (Part part : parts) {
            part.write(values, out);
        }
    }

    private static boolean shows(Object value) {
        return elements(value).iterator().hasNext();
    }

    /** The elements of a list; of another value itself, unless it is false or empty. */
    private static Iterable<?> elements(Object value) {
        if (value instanceof Iterable<?> list) {
            return list;
        }
        return value.equals(false) || value.equals("") ? List.of() : List.of(value);
    }

    private Object find(Deque<Object> values, String tag) {
        if (tag.equals(ITSELF)) {
            return values.getFirst();
        }
        for (Object each : values) {
            Object found = each instanceof Map<?, ?> map ? map.get(tag) : null;
            if (found != null) {
                return found;
            }
        }
        return missing(tag);
    }

    private Object missing(String tag) {
        throw new IllegalStateException("the page " + name + " has no value for " + tag);
    }

    private void require(boolean condition, @Nullable String tag) {
        if (!condition) {
            throw new IllegalStateException("in the page " + name + " a value cannot stand there: " + tag);
        }
    }

    private static void escape(String text, Appendable out) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> "";
                    };
            if (!escaped.isEmpty()) {
                out.append(text, from, i).append(escaped);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
