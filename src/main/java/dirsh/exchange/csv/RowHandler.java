package dirsh.exchange.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Gathers the cells of a row, and knows where a row began that the parser could not finish. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final List<String> cells = new ArrayList<>();
    private long line = 1;

    /** The line on which the last row began, whether it could be read or not. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, cells);
    }
}
