/**
 * A result as text: the same answer as a table, a list of blocks, CSV, JSON or YAML.
 *
 * <pre>
 * value --PlainData--> maps, lists, texts, numbers --TableCells--> TableText
 *                                                 \---------------> ListText | CsvText | Json | YamlText
 * Overview --ReportFormat--> ReportPage, HtmlTemplate (HTML) | ReportRows, CsvText | Json
 * Renderer (format, width, colour) picks the way and knows nothing of commands
 * </pre>
 *
 * <p>Rows are made and written one after the other, for there may be very many; a table packs its cells, whose widths it must
 * know before it writes any.
 *
 * <p>Whatever a stored value holds, no format lets a control or direction character through to the terminal.
 */
@NullMarked
package dirsh.report;

import org.jspecify.annotations.NullMarked;
