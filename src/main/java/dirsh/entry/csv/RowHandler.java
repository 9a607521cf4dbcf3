package dirsh.entry.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Gathers the cells of a row, and knows where a row began that the parser could not finish. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final CsvRow row = new CsvRow();

    /** The line on which the last row began, whether it could be read or not. */
    long line() {
        return row.line();
    }

    /** Takes the header: from now on only wanted cells are kept. */
    void keepOnly(Header wanted) {
        row.keepOnly(wanted);
    }

    /** Begins at the first line of another text, with the same header. */
    void restart() {
        row.begin(1);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row.begin(startingLineNumber);
        row.meetApostrophe();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        row.add(row.wantsNext() ? new String(buffer, offset, length) : "", hasContent(buffer, offset, length));
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
        return row;
    }
}
