package dirsh.report;

import dirsh.model.DirshException;
import dirsh.model.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    String of(Rows rows) {
        if (rows.columns().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        appendLine(text, rows.columns());
        for (Map<String, @Nullable Object> row : rows.rows()) {
            appendLine(text, rows.columns().stream().map(row::get).collect(Collectors.toList()));
        }
        return text.toString();
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
                StringBuilder lines = new StringBuilder();
                if (count[0]++ == 0) {
                    columns.addAll(row.keySet());
                    appendLine(lines, columns);
                }
                refuseOthers(row, columns, count[0]);
                appendLine(lines, columns.stream().map(row::get).collect(Collectors.toList()));
                append(out, lines);
                return true;
            });
            return count[0];
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(Appendable out, CharSequence lines) {
        try {
            out.append(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private void appendLine(StringBuilder text, List<? extends @Nullable Object> values) {
        text.append(values.stream().map(this::field).collect(Collectors.joining(",")))
                .append("\r\n");
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
