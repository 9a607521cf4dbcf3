package dirsh.exchange.csv;

import java.util.List;

/**
 * One row of the file.
 *
 * @param line the line it begins on, counted by the parser
 * @param cells its cells without quotes
 */
record CsvRow(long line, List<String> cells) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    /** The number of cells up to the last one with content. A spreadsheet pads short rows, and sometimes beyond the header. */
    int filled() {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isBlank()) {
            count--;
        }
        return count;
    }
}
