package dirsh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.overview.Overview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser makes of a report: needs a Chromium on the path, and is skipped with a word where there is none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportInBrowserTest {

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final int MANY = 10_000;
    private static final String NAMES =
            "[...document.querySelectorAll('#list tbody tr:not([hidden]) th > bdi')].map(e => e.textContent)";

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(Browser.program().isPresent(), "no chromium on the PATH: the page was not looked at in a browser");
        browser = new Browser(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {PHONE, 320, 768, DESK, 1920})
    void nothing_is_wider_than_the_window_and_nothing_complains(int width) throws Exception {
        for (Overview overview : List.of(TestOverviews.large(60), TestOverviews.harmful(), TestOverviews.of())) {
            browser.open(written(overview), width, 900);
            assertThat(browser.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels to scroll sideways")
                    .isEqualTo(0L);
            assertThat(browser.evaluate("innerWidth")).isEqualTo((long) width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void what_a_directory_holds_is_shown_as_text() throws Exception {
        Path page = written(TestOverviews.harmful());
        browser.open(page, DESK, 900);

        assertThat(browser.evaluate("document.title")).isNotEqualTo("owned");
        assertThat(browser.evaluate("document.querySelectorAll('script').length"))
                .isEqualTo(1L);
        assertThat(browser.evaluate("document.querySelectorAll('style').length"))
                .isEqualTo(1L);
        assertThat(browser.evaluate(
                        "document.querySelectorAll('img, iframe, object, [onerror], [onfocus], [style]').length"))
                .isEqualTo(0L);
        assertThat(
                        texts(
                                browser.evaluate(
                                        "[...document.querySelectorAll('#list tbody th small:first-of-type')].map(e => e.textContent)")))
                .containsExactlyElementsOf(
                        TestOverviews.HARMFUL.stream().map(ShownText::line).toList());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_policy_lets_no_other_script_run() throws Exception {
        browser.open(written(TestOverviews.of()), DESK, 900);
        Object ran = browser.evaluate(
                "(() => { const s = document.createElement('script'); s.textContent = 'window.foreign = 1';"
                        + " document.body.append(s); return window.foreign === 1; })()");
        assertThat(ran).isEqualTo(false);
    }

    @Test
    void the_search_finds_words_in_any_order_without_marks_or_capitals() throws Exception {
        browser.open(written(TestOverviews.large(60)), DESK, 900);
        search("FAMILY00042 unit18");
        assertThat(texts(browser.evaluate(NAMES))).containsExactly("Given18 Family00042");
        assertThat(browser.evaluate("document.getElementById('shown').textContent"))
                .isEqualTo("1 of 60");
        search("nobody of that name");
        assertThat(texts(browser.evaluate(NAMES))).isEmpty();
        search("");
        assertThat(browser.evaluate("document.getElementById('shown').textContent"))
                .isEqualTo("60 people");

        browser.evaluate("document.querySelector('select').value = 'risk';"
                + "document.querySelector('select').dispatchEvent(new Event('change'))");
        assertThat(texts(browser.evaluate(NAMES)))
                .containsExactly("Given0 Family00060", "Given1 Family00059", "Given2 Family00058");
    }

    @Test
    void a_heading_sorts_and_says_so() throws Exception {
        browser.open(written(TestOverviews.large(60)), DESK, 900);
        String button = "document.querySelectorAll('#list thead button')[%d].click()";
        browser.evaluate(String.format(button, 0));
        assertThat(texts(browser.evaluate(NAMES)))
                .startsWith("Given0 Family00060", "Given1 Family00059")
                .endsWith("Given59 Family00001");
        assertThat(browser.evaluate("document.querySelector('#list th').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
        browser.evaluate(String.format(button, 0));
        assertThat(texts(browser.evaluate(NAMES)))
                .startsWith("Given59 Family00001")
                .endsWith("Given0 Family00060");
        assertThat(browser.evaluate("document.querySelector('#list th').getAttribute('aria-sort')"))
                .isEqualTo("descending");
        browser.evaluate(String.format(button, 1));
        assertThat(texts(browser.evaluate(NAMES))).startsWith("Given0 Family00060", "Given1 Family00059");
        assertThat(browser.evaluate("document.querySelectorAll('#list [aria-sort]').length"))
                .isEqualTo(1L);
    }

    @Test
    void without_script_it_is_a_plain_table_with_everybody() throws Exception {
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.open(written(TestOverviews.large(60)), DESK, 900);
        } finally {
            browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
        assertThat(texts(browser.evaluate(NAMES))).hasSize(60);
        assertThat(browser.evaluate("document.getElementById('tools').hidden")).isEqualTo(true);
        assertThat(browser.evaluate("document.querySelectorAll('#list button').length"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void text_stands_out_from_its_ground(String scheme) throws Exception {
        browser.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.open(written(TestOverviews.harmful()), DESK, 900);
        assertThat((Number) browser.evaluate(LEAST_CONTRAST))
                .satisfies(least -> assertThat(least.doubleValue()).isGreaterThan(4.5));
    }

    /** The least contrast of any text by WCAG 2.1, against the ground it stands on. */
    private static final String LEAST_CONTRAST =
            """
            (() => {
                const numbers = text => text.match(/[\\d.]+/g).map(Number);
                const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
                const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
                const ground = e => {
                    for (; e; e = e.parentElement) {
                        const c = numbers(getComputedStyle(e).backgroundColor);
                        if (c.length < 4 || c[3] > 0) return c;
                    }
                    return [255, 255, 255];
                };
                let least = 21;
                for (const e of document.body.querySelectorAll('*')) {
                    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                    if (!own || e.closest('script, option') || !e.getClientRects().length) continue;
                    const a = light(numbers(getComputedStyle(e).color)), b = light(ground(e));
                    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
                }
                return least;
            })()
            """;

    @Test
    void ten_thousand_people_can_be_searched_and_sorted(TestReporter reporter) throws Exception {
        Path page = written(TestOverviews.large(MANY));
        browser.open(page, DESK, 900);
        Object loaded = browser.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
        Object sorted = browser.evaluate("(() => { const begin = performance.now();"
                + " document.querySelector('#list thead button').click();"
                + " document.body.getBoundingClientRect(); return performance.now() - begin; })()");
        search("family09999");

        assertThat(texts(browser.evaluate(NAMES))).containsExactly("Given1 Family09999");
        assertThat(browser.complaints()).isEmpty();
        assertThat(Files.size(page)).isLessThan(10_000_000);
        // For information only: a time decides no test.
        reporter.publishEntry(Map.of(
                "bytes", Long.toString(Files.size(page)),
                "loaded in ms", String.valueOf(loaded),
                "sorted in ms", String.valueOf(sorted)));
    }

    private static void search(String words) throws InterruptedException {
        browser.evaluate("document.getElementById('search').value = '" + words + "';"
                + "document.getElementById('tools').dispatchEvent(new Event('submit', {cancelable: true}))");
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static Path written(Overview overview) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = folder.resolve("page" + files.count() + ".html");
            StringBuilder out = new StringBuilder();
            ReportFormat.HTML.write(overview, false, out);
            return Files.writeString(file, out);
        }
    }
}
