package dirsh.report;

import dirsh.model.DirshException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a result is shown, by the words of the option {@code -o}. */
public enum Format {
    /** Columns that fit the width; the least important ones are left out. */
    TABLE,
    /** Columns, all of them and uncut. */
    WIDE,
    /** A block of lines {@code name: value} for each row. */
    LIST,
    /** Comma-separated values by RFC 4180. */
    CSV,
    /** One JSON document. */
    JSON,
    /** One YAML document in block style. */
    YAML;

    /** The format a word names; case does not matter. */
    public static Format parse(String word) {
        for (Format format : values()) {
            if (format.toString().equalsIgnoreCase(word)) {
                return format;
            }
        }
        String known = Arrays.stream(values()).map(Format::toString).collect(Collectors.joining("|"));
        throw DirshException.badInput("no output format '" + word + "'", "-o " + known);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
