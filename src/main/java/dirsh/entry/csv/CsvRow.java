package dirsh.entry.csv;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of the file that is being read; its object is used again for the next one. */
final class CsvRow {

    private String[] cells = new String[16];
    private @Nullable Header header;
    private long line = 1;
    private int width;
    private int filled;
    private boolean apostrophe;

    /** Takes the header: from now on only wanted cells are kept. */
    void keepOnly(Header wanted) {
        header = wanted;
    }

    /** Begins another row. */
    void begin(long firstLine) {
        line = firstLine;
        width = 0;
        filled = 0;
        apostrophe = false;
    }

    /** Whether the text of the cell that comes next is kept. */
    boolean wantsNext() {
        Header known = header;
        return known == null || known.wants(width);
    }

    /**
     * Adds a cell.
     *
     * @param text without quotes; empty if it is not wanted
     * @param content whether it holds more than blanks, wanted or not
     */
    void add(String text, boolean content) {
        if (width == cells.length) {
            cells = Arrays.copyOf(cells, width * 2);
        }
        cells[width] = text;
        width++;
        if (content) {
            filled = width;
        }
    }

    /** Says that a cell of this row may hold an apostrophe. */
    void meetApostrophe() {
        apostrophe = true;
    }

    /** Whether any cell may hold an apostrophe. */
    boolean mayHaveApostrophe() {
        return apostrophe;
    }

    /** The line it begins on, as the parser counts. */
    long line() {
        return line;
    }

    /** The number of its cells. */
    int width() {
        return width;
    }

    /**
     * The number of cells up to the last one with content; a spreadsheet pads short rows, and sometimes beyond the header.
     */
    int filled() {
        return filled;
    }

    /** A cell without quotes; empty if nobody wants its column. */
    String cell(int column) {
        return cells[column];
    }

    /** All its cells. */
    List<String> cells() {
        return List.of(Arrays.copyOf(cells, width));
    }
}
