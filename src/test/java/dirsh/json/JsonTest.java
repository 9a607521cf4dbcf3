package dirsh.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {

    @Test
    void data_is_written_on_one_line_in_the_order_given() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unid", "00AB");
        data.put("done", 3);
        data.put("offered", true);
        data.put("evidence", Arrays.asList("a", null));
        data.put("nothing", null);

        assertThat(Json.write(data))
                .isEqualTo(
                        "{\"unid\":\"00AB\",\"done\":3,\"offered\":true,\"evidence\":[\"a\",null],\"nothing\":null}");
    }

    @Test
    void data_is_written_over_several_lines_with_an_indent() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rows", List.of(1, List.of(), Map.of("a", 2)));
        data.put("none", Map.of());

        assertThat(Json.write(data, 2))
                .isEqualTo(
                        """
                {
                  "rows": [
                    1,
                    [],
                    {
                      "a": 2
                    }
                  ],
                  "none": {}
                }""");
    }

    @Test
    void what_would_break_a_document_or_a_terminal_is_escaped() {
        assertThat(Json.write("\" \\ / \n\r\t \u001B[2J \u009B \u202E \u2066 \u2028 \uD800 é 山 😀"))
                .isEqualTo("\"\\\" \\\\ / \\n\\r\\t \\u001B[2J \\u009B \\u202E \\u2066 \\u2028 \\uD800 é 山 😀\"");
    }

    @Test
    void numbers_of_every_kind_are_written_as_valid_json() {
        assertThat(Json.write(List.of(
                        1,
                        -2L,
                        1.5,
                        new BigDecimal("1E+3"),
                        BigInteger.TEN.pow(20),
                        Double.NaN,
                        Double.NEGATIVE_INFINITY)))
                .isEqualTo("[1,-2,1.5,1E+3,100000000000000000000,\"NaN\",\"-Infinity\"]");
    }

    @Test
    void an_object_that_is_no_data_is_refused() {
        assertThatThrownBy(() -> Json.write(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON for java.lang.Object");
    }

    @Test
    void a_list_that_holds_itself_is_refused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThatThrownBy(() -> Json.write(circle))
                .isInstanceOf(DirshException.class)
                .hasMessage("the data nests deeper than 200 levels");
    }

    @Test
    void a_document_is_read_in_its_own_order() {
        Object read = Json.read("\uFEFF{ \"b\": [1, -0.5e1, true, false, null],\r\n \"a\": {\"\": \"\"} }\n");

        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("b", Arrays.asList(1L, new BigDecimal("-0.5e1"), true, false, null));
        wanted.put("a", Map.of("", ""));
        assertThat(read).isEqualTo(wanted).hasToString(wanted.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, java.lang.Long",
        "-9223372036854775808, java.lang.Long",
        "9223372036854775808, java.math.BigDecimal",
        "0, java.lang.Long",
        "1.0, java.math.BigDecimal",
        "1e2, java.math.BigDecimal"
    })
    void a_whole_number_of_64_bits_is_a_long_and_any_other_a_decimal(String text, Class<?> type) {
        assertThat(Json.read(text)).isInstanceOf(type).hasToString(text.replace("1e2", "1E+2"));
    }

    @Test
    void every_escape_is_read() {
        assertThat(Json.read("\"\\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u0041\\uD83D\\uDe00\""))
                .isEqualTo("\" \\ / \b\f\n\r\t A😀");
    }

    @Test
    void what_was_written_reads_back_the_same() {
        List<Object> data = List.of(
                "\u0000 \u001B \uD800 \uDC00 \u202E \"\\", 7L, new BigDecimal("1.50"), Map.of("k", List.of()), true);

        assertThat(Json.read(Json.write(data))).isEqualTo(data);
        assertThat(Json.read(Json.write(data, 2))).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "``~1, column 1: a value is expected (the document ends here)",
                "{~1, column 2: a key in double quotes is expected (the document ends here)",
                "{a: 1}~1, column 2: a key in double quotes is expected",
                "{\"a\" 1}~1, column 6: ':' is expected",
                "{\"a\": 1 \"b\": 2}~1, column 9: ',' or '}' is expected",
                "{\"a\": 1,}~1, column 9: a key in double quotes is expected",
                "{\"a\": 1, \"a\": 2}~1, column 10: this key is there before",
                "[1 2]~1, column 4: ',' or ']' is expected",
                "[1,]~1, column 4: a value is expected",
                "[01]~1, column 3: ',' or ']' is expected",
                "[+1]~1, column 2: a value is expected",
                "[.5]~1, column 2: a value is expected",
                "[1.]~1, column 3: ',' or ']' is expected",
                "[NaN]~1, column 2: a value is expected",
                "[1e99999999999]~1, column 2: a number out of range",
                "nul~1, column 1: a value is expected",
                "'a'~1, column 1: a value is expected",
                "\"a~1, column 1: the text is not closed",
                "\"\\x\"~1, column 2: no such escape",
                "\"\\u12g4\"~1, column 2: \\u needs four hexadecimal digits",
                "1 2~1, column 3: nothing may follow the document",
                "`{\n  \"a\": tru\n}`~2, column 8: a value is expected",
                "`\"a\nb\"`~1, column 3: a control character in a text must be escaped"
            })
    void a_fault_is_named_with_line_and_column(String text, String message) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(DirshException.class)
                .hasMessage("no valid JSON at line " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nesting_without_end_is_refused_before_the_stack_runs_out(String open) {
        assertThatThrownBy(() -> Json.read(open.repeat(100_000)))
                .isInstanceOf(DirshException.class)
                .hasMessageEndingWith("nested deeper than 200 levels");
    }

    @Test
    void a_number_of_endless_digits_is_refused() {
        assertThatThrownBy(() -> Json.read("1".repeat(100_000)))
                .isInstanceOf(DirshException.class)
                .hasMessage("no valid JSON at line 1, column 1: a number of more than 400 characters");
    }
}
