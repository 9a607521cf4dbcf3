package dirsh.entry.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of a row, and knows where a row began that the parser could not finish. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final List<String> cells = new ArrayList<>();
    private @Nullable Header header;
    private long line = 1;
    private int filled;

    /** The line on which the last row began, whether it could be read or not. */
    long line() {
        return line;
    }

    /** Takes the header: from now on only wanted cells are kept. */
    void keepOnly(Header wanted) {
        header = wanted;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        cells.clear();
        filled = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        Header known = header;
        cells.add(known == null || known.wants(cells.size()) ? new String(buffer, offset, length) : "");
        if (hasContent(buffer, offset, length)) {
            filled = cells.size();
        }
    }

    private static boolean hasContent(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, cells.size(), filled, List.copyOf(cells));
    }
}
