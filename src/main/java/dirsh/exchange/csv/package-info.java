/**
 * Recipients from a CSV file, as {@code Export-Csv} of the Exchange Management Shell writes it.
 *
 * <pre>
 * file --CsvText--> characters, separator --FastCSV, RowHandler--> CsvRow
 * first CsvRow --Header--> Column by position
 * other CsvRow --Header, JoinedAddresses--> Recipient
 * </pre>
 *
 * <p>Only this package sees FastCSV. Messages name the file and the line, never the content of a cell.
 */
@NullMarked
package dirsh.exchange.csv;

import org.jspecify.annotations.NullMarked;
