/**
 * Entries from a CSV file, whatever program wrote it.
 *
 * <pre>
 * file --CsvText--> characters, separator --FastCSV, RowHandler--> CsvRow
 * file of UTF-8 --PlainRows--> CsvRow, as far as nothing is unusual
 * first CsvRow --Header--> slots by position
 * other CsvRow --CsvEntries--> Entry
 * </pre>
 *
 * <p>Messages name the file and the line, never the content of a cell.
 */
@NullMarked
package dirsh.entry.csv;

import org.jspecify.annotations.NullMarked;
