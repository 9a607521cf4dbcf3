package dirsh.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as comma-separated values by RFC 4180: a header, lines that end in CR LF, quotes where needed.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection), unless the
 * reader is a program and asked for the raw values.
 */
final class CsvText {

    /** ASCII and full-width: some spreadsheets take both. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final boolean raw;

    CsvText(boolean raw) {
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
        return !data.isEmpty() && STARTS_FORMULA.indexOf(data.charAt(0)) >= 0 ? "'" + data : data;
    }
}
