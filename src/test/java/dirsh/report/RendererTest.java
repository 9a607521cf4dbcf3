package dirsh.report;

import static dirsh.report.TestAnswers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import dirsh.model.Page.Section;
import dirsh.model.Row;
import dirsh.model.Unid;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RendererTest {

    private static String render(Format format, Object value) {
        return new Renderer(format, 80, false, true).render(value);
    }

    @ParameterizedTest
    @EnumSource
    void null_shows_as_nothing(Format format) {
        assertThat(render(format, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_format_goes_by_its_word(Format format) {
        assertThat(Format.parse(format.toString().toUpperCase(Locale.ROOT))).isEqualTo(format);
    }

    @Test
    void an_unknown_format_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Format.parse("xml")).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.problem()).isEqualTo("no output format 'xml'");
            assertThat(e.tryThis()).isEqualTo("-o table|wide|list|csv|json|yaml");
        });
    }

    @Test
    void a_list_shows_a_block_for_each_row() {
        assertThat(render(Format.LIST, TestAnswers.two()))
                .isEqualTo(
                        """
                unid: 00000000000000000000000000000001
                noteId: 8FA
                fullName: CN=Ralph Jones/OU=Sales/O=Acme
                cause: item-missing
                offered: yes
                evidence: no item AvailableForDirSync

                unid: 00000000000000000000000000000002
                noteId: 8FE
                fullName: CN=山田太郎/O=Acme
                cause: duplicate-items
                offered: no
                evidence: two items: 1; and 0
                """);
        assertThat(render(Format.LIST, List.of())).isEqualTo("(none)\n");
        assertThat(render(Format.LIST, row("a", "", "b", "x\ny"))).isEqualTo("a:\nb: x\\ny\n");
    }

    @Test
    void json_is_one_document_with_everything() {
        assertThat(render(Format.JSON, TestAnswers.two().subList(1, 2)))
                .isEqualTo(
                        """
                [
                  {
                    "unid": "00000000000000000000000000000002",
                    "noteId": "8FE",
                    "fullName": "CN=山田太郎/O=Acme",
                    "cause": "duplicate-items",
                    "offered": false,
                    "evidence": [
                      "two items: 1",
                      "and 0"
                    ]
                  }
                ]
                """);
        assertThat(render(Format.JSON, List.of())).isEqualTo("[]\n");
        assertThat(render(Format.JSON, "a\u001B\n")).isEqualTo("\"a\\u001B\\n\"\n");
    }

    @Test
    void yaml_quotes_every_text_that_could_be_read_as_something_else() {
        Map<String, Object> value = row(
                "unid", "00000000000000000000000000000002",
                "fullName", "CN=山田太郎/O=Acme",
                "no", "No",
                "empty", "",
                "colon", "a: b",
                "hash", "a #b",
                "dash", "- a",
                "lines", "a\nb\u001B",
                "blank", "a ",
                "date", "2024-01-31",
                "truth", true,
                "count", 3,
                "part", new BigDecimal("1.50"),
                "none", null,
                "evidence", List.of("two items", List.of("x"), row("k", 1, "l", List.of()), Map.of()),
                "nested", row("a", row("b", 1)));

        assertThat(render(Format.YAML, List.of(value, "end")))
                .isEqualTo(
                        """
                ---
                - unid: "00000000000000000000000000000002"
                  fullName: CN=山田太郎/O=Acme
                  "no": "No"
                  empty: ""
                  colon: "a: b"
                  hash: "a #b"
                  dash: "- a"
                  lines: "a\\nb\\u001B"
                  blank: "a "
                  date: "2024-01-31"
                  truth: true
                  count: 3
                  part: 1.50
                  none: null
                  evidence:
                    - two items
                    - - x
                    - k: 1
                      l: []
                    - {}
                  nested:
                    a:
                      b: 1
                - end
                """);
        assertThat(render(Format.YAML, List.of())).isEqualTo("---\n[]\n");
        assertThat(render(Format.YAML, 5)).isEqualTo("---\n5\n");
    }

    @Test
    void csv_has_a_header_of_all_fields_and_quotes_what_needs_it() {
        assertThat(render(
                        Format.CSV,
                        List.of(
                                row("name", "Jones, Ralph", "n", 1, "list", List.of("a", "b")),
                                row("name", "say \"hi\"", "flag", true),
                                row("name", "two\r\nlines", "n", -1))))
                .isEqualTo(
                        """
                        name,n,list,flag
                        "Jones, Ralph",1,a; b,
                        "say ""hi""\",,,true
                        "two
                        lines",-1,,
                        """
                                .replace("\n", "\r\n")
                                .replace("two\r\n", "two\n"));
        assertThat(render(Format.CSV, List.of())).isEmpty();
        assertThat(render(Format.CSV, List.of("a", "b"))).isEqualTo("value\r\na\r\nb\r\n");
    }

    @Test
    void csv_never_carries_a_spreadsheet_formula() {
        List<Object> dangerous = new ArrayList<>();
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝")) {
            dangerous.add(row("v", start + "x"));
        }
        dangerous.add(row("v", List.of("=x", "y")));
        dangerous.add(row("v", "a=\u001Bx"));
        dangerous.add(row("v", "a;=x;b\n@x; -1"));
        dangerous.add(row("v", "a;\"=x;\"\"@x"));

        assertThat(render(Format.CSV, dangerous))
                .isEqualTo(
                        "v\r\n'=x\r\n'+x\r\n'-x\r\n'@x\r\n'\tx\r\n'\\rx\r\n\"'\nx\"\r\n'＝x\r\n'=x; y\r\na=\\u001Bx\r\n\"a;'=x;b\n'@x; -1\"\r\n"
                                + "\"a;\"\"'=x;\"\"\"\"'@x\"\r\n");
        assertThat(new Renderer(Format.CSV, 80, false, true).withRawCsv().render(dangerous.subList(0, 2)))
                .isEqualTo("v\r\n=x\r\n+x\r\n");
    }

    @Test
    void a_page_is_sections_of_sentences_and_tables() {
        TestAnswers.Overview page = new TestAnswers.Overview(
                row("people", 3),
                List.of(
                        Section.lines(
                                "At risk",
                                List.of(
                                        "2 people are in Exchange but the connector reads No; the next full reload deletes them.",
                                        "  a list item that is long enough to be broken and hangs under its own first word")),
                        new Section("", List.of(), List.of(new Row(row("cause", "item-missing", "people", 3)))),
                        Section.table("Nobody", List.of())));

        assertThat(new Renderer(Format.TABLE, 60, true, true).render(page))
                .isEqualTo(
                        """
                \u001B[1mAt risk\u001B[0m
                2 people are in Exchange but the connector reads No; the
                  next full reload deletes them.
                  a list item that is long enough to be broken and hangs
                    under its own first word

                \u001B[1mcause         people\u001B[0m
                item-missing       3

                \u001B[1mNobody\u001B[0m
                """);
        assertThat(render(Format.JSON, page)).isEqualTo("{\n  \"people\": 3\n}\n");
        assertThat(render(Format.YAML, page)).isEqualTo("---\npeople: 3\n");
        assertThat(render(Format.CSV, page)).isEqualTo("people\r\n3\r\n");
        assertThat(render(Format.LIST, page)).contains("\n\ncause: item-missing\npeople: 3\n\nNobody\n");
    }

    @Test
    void a_page_shows_a_forged_line_end_escaped() {
        TestAnswers.Overview page = new TestAnswers.Overview(
                Map.of(), List.of(Section.lines("a\u001B[2J", List.of("b\n0 people left out"))));

        assertThat(render(Format.TABLE, page)).isEqualTo("a\\u001B[2J\nb\\n0 people left out\n");
    }

    @Test
    void values_of_the_groovy_prompt_show_as_their_text() {
        assertThat(render(Format.TABLE, "a\nb\t\u001B")).isEqualTo("a\nb\t\\u001B\n");
        assertThat(render(Format.TABLE, CharBuffer.wrap("lazy text"))).isEqualTo("lazy text\n");
        assertThat(render(Format.TABLE, 42)).isEqualTo("42\n");
        assertThat(render(Format.TABLE, true)).isEqualTo("true\n");
        assertThat(render(Format.TABLE, "")).isEmpty();
        assertThat(render(Format.TABLE, List.of("a", 1, List.of("b", "c")))).isEqualTo("a\n1\nb; c\n");
        assertThat(render(Format.TABLE, new Object[] {"a", null})).isEqualTo("a\n\n");
        assertThat(render(Format.TABLE, Path.of("a", "b"))).isEqualTo(Path.of("a", "b") + "\n");
        assertThat(render(Format.JSON, Arrays.asList(new Unid(1, 2), Format.CSV, CharBuffer.wrap("x"), null)))
                .isEqualTo("[\n  \"00000000000000010000000000000002\",\n  \"csv\",\n  \"x\",\n  null\n]\n");
        assertThat(render(Format.WIDE, row("a", Locale.ROOT))).isEqualTo("a\n\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_list_that_holds_itself_is_refused(Format format) {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThatThrownBy(() -> render(format, circle))
                .isInstanceOf(DirshException.class)
                .hasMessage("the result nests deeper than 200 levels");
    }

    @ParameterizedTest
    @EnumSource
    void no_format_depends_on_the_locale(Format format) {
        Locale before = Locale.getDefault();
        List<Object> value = List.of(row("I", "Iİı", "n", 1234567, "d", 1.5));
        try {
            Locale.setDefault(Locale.ROOT);
            String expected = render(format, value);
            for (String tag : List.of("tr-TR", "ar-EG", "de-DE", "fa-IR-u-nu-arabext")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(render(format, value)).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
