package dirsh.report;

import java.util.Locale;
import java.util.Set;

/**
 * Where in an HTML page the next character stands: what decides whether a value may stand there and stay mere text.
 *
 * <p>It knows as much of HTML as templates of our own use: text, tags with quoted or bare attributes, comments, styles and
 * scripts.
 */
final class MarkupPlace {

    /** Attributes whose value the browser shows or counts, but never runs, loads or goes to. */
    private static final Set<String> PLAIN_ATTRIBUTES =
            Set.of("alt", "aria-label", "class", "content", "datetime", "id", "title", "value", "width", "x");

    private enum State {
        TEXT,
        TAG,
        VALUE,
        COMMENT,
        RAW
    }

    private final StringBuilder seen = new StringBuilder();
    private State state = State.TEXT;
    private String rawEnd = "";
    private int tagStart;
    private int valueStart;

    /** Goes on over markup. */
    void pass(String markup) {
        for (int i = 0; i < markup.length(); i++) {
            seen.append(markup.charAt(i));
            step(markup.charAt(i));
        }
    }

    private void step(char c) {
        int end = seen.length();
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    tagStart = end - 1;
                    state = State.TAG;
                }
            }
            case TAG -> {
                if (c == '"') {
                    valueStart = end;
                    state = State.VALUE;
                } else if (seen.length() - tagStart == 4
                        && seen.substring(tagStart).equals("<!--")) {
                    state = State.COMMENT;
                } else if (c == '>') {
                    String tag = seen.substring(tagStart + 1).toLowerCase(Locale.ROOT);
                    boolean style = tag.matches("(?s)style[\\s>].*");
                    boolean script = tag.matches("(?s)script[\\s>].*");
                    rawEnd = style ? "</style>" : "</script>";
                    state = style || script ? State.RAW : State.TEXT;
                }
            }
            case VALUE -> state = c == '"' ? State.TAG : State.VALUE;
            case COMMENT -> state = c == '>' && endsWith("-->") ? State.TEXT : State.COMMENT;
            case RAW -> state = c == '>' && endsWith(rawEnd) ? State.TEXT : State.RAW;
        }
    }

    private boolean endsWith(String end) {
        return seen.length() >= end.length()
                && seen.substring(seen.length() - end.length()).equalsIgnoreCase(end);
    }

    /** Whether this is text between tags. */
    boolean isText() {
        return state == State.TEXT;
    }

    /** Whether an escaped value here is text, or a plain attribute, and nothing else. */
    boolean takesValue() {
        if (state != State.VALUE) {
            return isText();
        }
        String before = seen.substring(tagStart, valueStart - 1);
        String attribute =
                before.replaceFirst("(?s).*[\\s\"]([^\\s\"=]+)=$", "$1").toLowerCase(Locale.ROOT);
        // A link that begins with # leads into the page itself, whatever follows.
        return PLAIN_ATTRIBUTES.contains(attribute)
                || (attribute.equals("href") && seen.charAt(Math.min(valueStart, seen.length() - 1)) == '#');
    }
}
