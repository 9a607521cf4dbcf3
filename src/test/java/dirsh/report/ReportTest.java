package dirsh.report;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.json.Json;
import dirsh.overview.Overview;
import dirsh.overview.ReportedPerson;
import dirsh.overview.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A report says the same in every format and everywhere, and whatever a directory holds is text in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTest {

    static final List<String> HARMFUL = TestOverviews.HARMFUL;

    /** Every tag of a page that was written from harmful values only. */
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!][^\\s>]*)");

    @Test
    void no_value_becomes_a_tag_an_attribute_or_a_control_character() throws IOException {
        String page = written(ReportFormat.HTML, TestOverviews.harmful());
        String harmless = written(ReportFormat.HTML, TestOverviews.of());

        assertThat(page).doesNotContain("<img", "<script>document", "</style><style", "onerror=\"", "' autofocus");
        // What runs and what styles is what the policy names, and there is one of each.
        for (String element : List.of("<script", "</script>", "<style", "</style>", "<!doctype", "http-equiv")) {
            assertThat(page.split(Pattern.quote(element), -1))
                    .as(element)
                    .hasSameSizeAs(harmless.split(Pattern.quote(element), -1));
        }
        assertThat(TAG.matcher(page)
                        .results()
                        .map(tag -> tag.group(2).toLowerCase(Locale.ROOT))
                        .distinct())
                .isSubsetOf(
                        "!doctype",
                        "html",
                        "head",
                        "meta",
                        "title",
                        "style",
                        "body",
                        "svg",
                        "defs",
                        "pattern",
                        "rect",
                        "circle",
                        "a",
                        "header",
                        "p",
                        "h1",
                        "dl",
                        "div",
                        "dt",
                        "dd",
                        "bdi",
                        "span",
                        "code",
                        "time",
                        "nav",
                        "ul",
                        "li",
                        "main",
                        "section",
                        "h2",
                        "strong",
                        "small",
                        "h3",
                        "ol",
                        "table",
                        "caption",
                        "thead",
                        "tbody",
                        "tr",
                        "th",
                        "td",
                        "form",
                        "label",
                        "input",
                        "select",
                        "option",
                        "output",
                        "footer",
                        "script",
                        "i");
        assertThat(page.chars()).noneMatch(ReportTest::acts);
    }

    private static boolean acts(int c) {
        return (c < ' ' && c != '\n')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFFFE;
    }

    @Test
    void a_page_takes_nothing_from_anywhere() throws IOException {
        String page = written(ReportFormat.HTML, TestOverviews.large(30));

        assertThat(page)
                .doesNotContain("://", "\"//", " src=", "@import", "style=\"")
                .contains("default-src 'none'")
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("#") && page.contains("id=\"" + link.substring(1) + "\""));
    }

    @ParameterizedTest
    @FieldSource("HARMFUL")
    void no_cell_of_a_csv_starts_a_formula(String text) throws IOException {
        ReportedPerson person = TestOverviews.person(1, Standing.MISSING, text, text, List.of(text));
        String csv = written(ReportFormat.CSV, TestOverviews.of(person));

        for (List<String> row : cells(csv)) {
            assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*"));
        }
        assertThat(cells(csv)).allMatch(row -> row.size() == cells(csv).get(0).size());
    }

    @Test
    void raw_csv_holds_values_as_stored() throws IOException {
        ReportedPerson person = TestOverviews.person(1, Standing.MISSING, "=1+1", "@x", List.of("\u202E"));
        StringBuilder out = new StringBuilder();
        ReportFormat.CSV.write(TestOverviews.of(person), true, out);

        assertThat(cells(out.toString())).anyMatch(row -> row.containsAll(List.of("=1+1", "@x", "\u202E")));
    }

    @Test
    void the_three_formats_say_the_same() throws IOException {
        Overview overview = TestOverviews.harmful();
        Map<?, ?> json = (Map<?, ?>) Json.read(written(ReportFormat.JSON, overview));
        List<List<String>> csv = cells(written(ReportFormat.CSV, overview));
        String page = text(written(ReportFormat.HTML, overview));

        assertThat(assertList(json, "people")).hasSize(HARMFUL.size());
        for (String list : List.of("people", "units", "mailServers", "causes", "nextSteps")) {
            for (Object each : assertList(json, list)) {
                Map<?, ?> fields = (Map<?, ?>) each;
                List<String> cells = fields.values().stream()
                        .map(value -> CellText.data(value))
                        .map(value -> cells(new Renderer(Format.CSV, 0, false, true).render(Map.of("x", value)))
                                .get(1)
                                .get(0))
                        .toList();
                assertThat(csv).as(cells.toString()).anyMatch(row -> row.containsAll(cells));
                fields.values().stream()
                        .flatMap(value -> value instanceof List<?> many ? many.stream() : List.of(value).stream())
                        .map(value -> ShownText.line(
                                value instanceof Number n ? String.format(Locale.ROOT, "%,d", n) : value.toString()))
                        .forEach(value -> assertThat(page).contains(value));
            }
        }
        assertList(json, "remarks").forEach(remark -> assertThat(page).contains(ShownText.line(remark.toString())));
        assertThat(page).contains(json.get("headline").toString());
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Asia/Istanbul", "ar-EG, Africa/Cairo", "de-DE, Europe/Berlin", "th-TH-u-nu-thai, Asia/Kolkata"})
    void the_bytes_are_the_same_in_every_locale_and_time_zone(String locale, String zone) throws IOException {
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        for (ReportFormat format : ReportFormat.values()) {
            String here = written(format, TestOverviews.harmful());
            try {
                Locale.setDefault(Locale.forLanguageTag(locale));
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(written(format, TestOverviews.harmful())).isEqualTo(here);
            } finally {
                Locale.setDefault(before);
                TimeZone.setDefault(zoneBefore);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void a_report_begins_as_its_format_says(ReportFormat format) throws IOException {
        String page = written(format, TestOverviews.of());
        assertThat(page.substring(0, Math.min(page.length(), 256)).replaceAll("\\s", ""))
                .startsWith(format.beginning());
    }

    private static List<?> assertList(Map<?, ?> json, String name) {
        assertThat(json.get(name)).as(name).isInstanceOf(List.class);
        return (List<?>) json.get(name);
    }

    private static String written(ReportFormat format, Overview overview) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(overview, false, out);
        return out.toString();
    }

    /** The text of a page without its markup. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The cells of a CSV by RFC 4180. */
    private static List<List<String>> cells(String csv) {
        List<List<String>> rows = new java.util.ArrayList<>();
        List<String> row = new java.util.ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(csv.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new java.util.ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
