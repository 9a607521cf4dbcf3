package dirsh.report;

import dirsh.json.Json;
import dirsh.overview.Overview;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** How a report of an overview is written, by the ending of its file. All formats say the same. */
public enum ReportFormat {
    /** A page that needs nothing but a browser. */
    HTML(ReportPage.BEGINNING),
    /** One table by RFC 4180, a row for everything that is told. */
    CSV(ReportRows.BEGINNING),
    /** One JSON document. */
    JSON("{\"kind\":\"" + Overview.KIND + "\"");

    private final String beginning;

    ReportFormat(String beginning) {
        this.beginning = beginning;
    }

    /** The format of a file; empty if its name has another ending. */
    public static Optional<ReportFormat> of(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (lower.endsWith("." + format)) {
                return Optional.of(format);
            }
        }
        return lower.endsWith(".htm") ? Optional.of(HTML) : Optional.empty();
    }

    /** How every report of the format begins, white space aside. */
    public String beginning() {
        return beginning;
    }

    /**
     * Writes the report.
     *
     * @param raw whether CSV values stay exactly as stored: for programs, never for a spreadsheet
     */
    public void write(Overview overview, boolean raw, Appendable out) throws IOException {
        switch (this) {
            case HTML -> new ReportPage(overview).write(out);
            case CSV -> new CsvText(raw).write(ReportRows.COLUMNS, ReportRows.of(overview), out);
            case JSON -> {
                Json.write(overview.fields(), 1, out);
                out.append('\n');
            }
        }
    }

    /** The ending. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
