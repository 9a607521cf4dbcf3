package dirsh.report;

import dirsh.model.DirshException;
import dirsh.model.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows as comma-separated values by RFC 4180: a header, lines that end in CR LF, quotes where needed.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection), unless the
 * reader is a program and asked for the raw values.
 */
public final class CsvText {

    /** ASCII and full-width: some spreadsheets take both. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where a spreadsheet whose country separates by semicolons or tabs sees a cell begin, whatever the quotes say. */
    private static final Pattern STARTS_FORMULA_INSIDE =
            Pattern.compile("([;\t\r\n]\"*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private final boolean raw;

    /**
     * A writer of CSV.
     *
     * @param raw whether values stay exactly as stored: for programs, never for a spreadsheet
     */
    public CsvText(boolean raw) {
        this.raw = raw;
    }

    /** Writes values as rows under every field that one of them has; they are gone through once for the names alone. */
    void write(List<? extends @Nullable Object> values, Appendable out) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        values.forEach(value -> columns.addAll(PlainData.names(value)));
        if (!columns.isEmpty()) {
            write(List.copyOf(columns), values, out);
        }
    }

    /** Writes values as rows under these columns. */
    void write(List<String> columns, Iterable<? extends @Nullable Object> values, Appendable out) throws IOException {
        appendLine(out, columns);
        for (Object value : values) {
            appendRow(out, columns, PlainData.row(value));
        }
    }

    /**
     * Writes rows as they come, under the fields of the first one.
     *
     * @return how many there were
     * @throws DirshException of bad input for a row with a field that the first one lacks
     */
    public long write(Flow<?> rows, Appendable out) throws IOException {
        try {
            List<String> columns = new ArrayList<>();
            long[] count = {0};
            rows.each(each -> {
                Map<String, @Nullable Object> row = PlainData.row(each);
                if (count[0]++ == 0) {
                    columns.addAll(row.keySet());
                }
                refuseOthers(row, columns, count[0]);
                try {
                    if (count[0] == 1) {
                        appendLine(out, columns);
                    }
                    appendRow(out, columns, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
            return count[0];
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void refuseOthers(Map<String, @Nullable Object> row, List<String> columns, long number) {
        for (String name : row.keySet()) {
            if (!columns.contains(name)) {
                throw DirshException.badInput(
                        "row " + number + " has a field '" + name + "' that the first row lacks",
                        "… | select " + String.join(",", columns) + " | export FILE.csv, or export FILE.json");
            }
        }
    }

    private void appendRow(Appendable out, List<String> columns, Map<String, @Nullable Object> row) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.get(column)));
        appendLine(out, values);
    }

    private void appendLine(Appendable out, List<? extends @Nullable Object> values) throws IOException {
        boolean more = false;
        for (Object value : values) {
            out.append(more ? "," : "").append(field(value));
            more = true;
        }
        out.append("\r\n");
    }

    private String field(@Nullable Object value) {
        String data = CellText.data(value);
        String text = raw ? data : ShownText.lines(value instanceof Number ? data : harmless(data));
        boolean quoted =
                text.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) || text.startsWith(" ") || text.endsWith(" ");
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String harmless(String data) {
        String text = STARTS_FORMULA_INSIDE.matcher(data).replaceAll("$1'");
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
