package dirsh.entry.csv;

import java.util.Optional;

/**
 * What a CSV file is told to look like.
 *
 * @param separator what stands between two cells; found from the header if empty
 * @param quote what stands around a cell that holds separators
 */
public record CsvForm(Optional<Character> separator, char quote) {

    /** A form as nearly all programs write it. */
    public static final CsvForm USUAL = new CsvForm(Optional.empty(), '"');
}
