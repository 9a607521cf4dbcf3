package dirsh.sample;

import java.util.List;

/** The items of a document, written as DXL one below the other. */
final class ItemLines {

    private static final String NAMES = " names='true'";

    private final StringBuilder out;

    ItemLines(StringBuilder out) {
        this.out = out;
    }

    /** A text. */
    ItemLines text(String name, String value) {
        return text(name, "", value);
    }

    /** A text with further attributes. */
    ItemLines text(String name, String attributes, String value) {
        open(name, attributes);
        element(value);
        out.append("</item>\n");
        return this;
    }

    /** A name. */
    ItemLines name(String name, String value) {
        return text(name, NAMES, value);
    }

    /** A list of names. */
    ItemLines names(String name, List<String> values) {
        open(name, NAMES);
        out.append("<textlist>");
        values.forEach(this::element);
        out.append("</textlist></item>\n");
        return this;
    }

    /** What is DXL already. */
    ItemLines dxl(String lines) {
        out.append(lines);
        return this;
    }

    /** A value as stored, in base64. */
    ItemLines raw(String name, String attributes, String type, String base64) {
        open(name, attributes);
        out.append("<rawitemdata type='").append(type).append("'>\n");
        out.append(base64).append("\n</rawitemdata></item>\n");
        return this;
    }

    private void open(String name, String attributes) {
        out.append("<item name='").append(name).append('\'').append(attributes).append('>');
    }

    private void element(String value) {
        if (value.isEmpty()) {
            out.append("<text/>");
            return;
        }
        out.append("<text>");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                default -> out.append(c);
            }
        }
        out.append("</text>");
    }
}
