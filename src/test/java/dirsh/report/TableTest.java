package dirsh.report;

import static dirsh.report.TestAnswers.row;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Charted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableTest {

    private static String table(int width, Object value) {
        return new Renderer(Format.TABLE, width, false, true).render(value);
    }

    @Test
    void nothing_shows_as_none() {
        assertThat(table(80, List.of())).isEqualTo("(none)\n");
        assertThat(table(80, Map.of())).isEqualTo("(none)\n");
    }

    @Test
    void one_row_has_a_header_and_no_trailing_blanks() {
        assertThat(table(80, row("id", "run-1", "state", "finished", "planned", 3, "refused", 0)))
                .isEqualTo(
                        """
                        id     state     planned  refused
                        run-1  finished        3        0
                        """);
    }

    @Test
    void wide_characters_take_two_columns() {
        assertThat(table(120, TestAnswers.two()))
                .isEqualTo(
                        """
                        fullName                        cause            offered  evidence                     noteId
                        CN=Ralph Jones/OU=Sales/O=Acme  item-missing     yes      no item AvailableForDirSync  8FA
                        CN=山田太郎/O=Acme              duplicate-items  no       two items: 1; and 0          8FE
                        """);
    }

    @Test
    void at_80_columns_the_long_cells_are_cut() {
        assertThat(table(80, TestAnswers.two()))
                .isEqualTo(
                        """
                        fullName                    cause            offered  evidence            noteId
                        CN=Ralph Jones/OU=Sales/O…  item-missing     yes      no item Available…  8FA
                        CN=山田太郎/O=Acme          duplicate-items  no       two items: 1; and…  8FE
                        """);
    }

    @Test
    void at_40_columns_the_least_important_columns_go() {
        assertThat(table(40, TestAnswers.two()))
                .isEqualTo(
                        """
                        fullName        cause            offered
                        CN=Ralph Jone…  item-missing     yes
                        CN=山田太郎/O…  duplicate-items  no
                        (2 columns not shown: evidence, noteId;
                          -o wide shows all)
                        """);
    }

    @Test
    void a_terminal_without_unicode_gets_two_dots() {
        assertThat(new Renderer(Format.TABLE, 20, false, false).render(row("name", "a sentence of many words")))
                .isEqualTo(
                        """
                        name
                        a sentence of many..
                        """);
    }

    @Test
    void wide_shows_every_field_uncut() {
        assertThat(new Renderer(Format.WIDE, 40, false, true)
                        .render(TestAnswers.two().subList(0, 1)))
                .isEqualTo(
                        """
                        unid                              noteId  fullName                        cause         offered  evidence
                        00000000000000000000000000000001  8FA     CN=Ralph Jones/OU=Sales/O=Acme  item-missing  yes      no item AvailableForDirSync
                        """);
    }

    @Test
    void emoji_and_combining_marks_keep_the_columns_straight() {
        assertThat(table(
                        80,
                        List.of(
                                row("name", "Zoë", "n", 1),
                                row("name", "Zoe\u0308", "n", 22),
                                row("name", "😀 👍🏽", "n", 3),
                                row("name", "👩‍💻", "n", 4),
                                row("name", "ｆｕｌｌ", "n", 5))))
                .isEqualTo(
                        "name       n\nZoë        1\nZoe\u0308       22\n😀 👍🏽      3\n👩‍💻         4\nｆｕｌｌ   5\n");
    }

    @Test
    void what_would_act_on_the_terminal_is_shown_escaped() {
        assertThat(table(
                        80,
                        List.of(
                                row("name", "a\u001B]52;c;aGk=\u0007b"),
                                row("name", "line\r\nforged  row"),
                                row("name", "abc\u202Edcba\u2069"),
                                row("name", "\u009B2J\u0000\uD800"))))
                .isEqualTo(
                        """
                        name
                        a\\u001B]52;c;aGk=\\u0007b
                        line\\r\\nforged  row
                        abc\\u202Edcba\\u2069
                        \\u009B2J\\u0000\\uD800
                        """);
    }

    @Test
    void rows_of_different_kinds_share_one_table() {
        assertThat(table(
                        80,
                        Arrays.asList(
                                row("a", 1),
                                row("b", List.of("x", "y")),
                                row("a", null, "c", row("k", 1)),
                                "text",
                                null)))
                .isEqualTo(
                        """
                        a  b     c    value
                        1
                           x; y
                                 k=1
                                      text

                        """);
    }

    @Test
    void more_than_twenty_rows_are_counted() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 3412; i++) {
            rows.add(row("n", 1));
        }

        assertThat(table(80, rows.subList(0, 20))).endsWith("1\n").doesNotContain("rows");
        assertThat(table(80, rows)).endsWith("1\n(3,412 rows)\n");
    }

    @Test
    void numbers_are_never_cut() {
        assertThat(table(12, row("bytes", 123456789012345L, "name", "abc")))
                .isEqualTo(
                        """
                          bytes
                123456789012345
                (1 column
                  not shown:
                  name; -o
                  wide shows
                  all)
                """);
    }

    @Test
    void the_header_is_bold_where_colour_is_on() {
        assertThat(new Renderer(Format.TABLE, 80, true, true).render(row("a", 1, "b", true)))
                .isEqualTo("\u001B[1ma  b\u001B[0m\n1  yes\n");
    }

    @Test
    void without_a_width_nothing_is_cut() {
        String name = "x".repeat(500);

        assertThat(table(0, row("name", name))).isEqualTo("name\n" + name + "\n");
    }

    /** A number with a bar. */
    private record Counted(String what, int count) implements Charted {
        @Override
        public Map<String, Object> fields() {
            return row("what", what, "count", count, "note", "some words");
        }

        @Override
        public String charted() {
            return "count";
        }
    }

    private static final List<Counted> COUNTED =
            List.of(new Counted("a", 40), new Counted("b", 1), new Counted("c", 0), new Counted("d", 20));

    @Test
    void a_bar_stands_beside_its_number() {
        assertThat(table(80, COUNTED))
                .isEqualTo(
                        """
                        what  count          note
                        a        40  ██████  some words
                        b         1  █       some words
                        c         0          some words
                        d        20  ███     some words
                        """);
        assertThat(new Renderer(Format.TABLE, 80, false, false).render(COUNTED)).contains("d        20  ###     some");
    }

    @Test
    void a_bar_goes_before_any_column_does_and_stands_in_tables_only() {
        assertThat(table(24, COUNTED))
                .isEqualTo(
                        """
                        what  count  note
                        a        40  some words
                        b         1  some words
                        c         0  some words
                        d        20  some words
                        """);
        assertThat(new Renderer(Format.WIDE, 80, false, true).render(COUNTED)).doesNotContain("█");
        assertThat(new Renderer(Format.CSV, 80, false, true).render(COUNTED)).startsWith("what,count,note\r\na,40,");
        assertThat(table(80, COUNTED.get(0))).doesNotContain("█");
    }
}
