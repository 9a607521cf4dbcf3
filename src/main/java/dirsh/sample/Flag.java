package dirsh.sample;

import dirsh.connector.FlagItem;

/** The flag's item as DXL, in the shapes a role asks for. */
final class Flag {

    /** How most documents have it. */
    static final String PROTECTED = " protected='true'";

    /** As a form saves a Yes. */
    static final String HEALTHY = yes(PROTECTED);

    private Flag() {}

    /** The text 1 under further attributes. */
    static String yes(String attributes) {
        return text(attributes, FlagItem.YES);
    }

    /** A text, given as it stands in the file. */
    static String text(String attributes, String escaped) {
        return item(attributes, "<text>" + escaped + "</text>");
    }

    /** A list of texts, given as they stand in the file. */
    static String textList(String... escaped) {
        return item("", "<textlist><text>" + String.join("</text><text>", escaped) + "</text></textlist>");
    }

    /** Any value. */
    static String item(String attributes, String value) {
        return "<item name='" + FlagItem.NAME + "'" + attributes + ">" + value + "</item>\n";
    }
}
