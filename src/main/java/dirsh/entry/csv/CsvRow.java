package dirsh.entry.csv;

import java.util.List;

/**
 * One row of the file.
 *
 * @param line the line it begins on, counted by the parser
 * @param width the number of its cells
 * @param filled the number of cells up to the last one with content; a spreadsheet pads short rows, and sometimes beyond
 *     the header
 * @param cells its cells without quotes, those of columns nobody wants left empty
 */
record CsvRow(long line, int width, int filled, List<String> cells) {}
