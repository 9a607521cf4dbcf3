package dirsh.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.command.Arguments;
import dirsh.json.Json;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesTest {

    private static final List<Row> ROWS = List.of(
            row("Zoë", "blank", 10, false, List.of("a", "b")),
            row("ada", "sealed", 9, true, List.of()),
            row("Bob", "sealed", 100, true, List.of("B c")));

    private static Row row(String name, String cause, int size, boolean offered, List<String> tags) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fullName", name);
        fields.put("cause", cause);
        fields.put("size", size);
        fields.put("offered", offered);
        fields.put("tags", tags);
        return new Row(fields);
    }

    private static Arguments arguments(List<?> rows, Map<String, Object> values) {
        return new Arguments(Set.of("condition", "field", "desc", "count"), values, Flow.of(rows));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static String names(Object rows) {
        List<?> list = rows instanceof Flow<?> flow ? flow.toList() : (List<?>) rows;
        return String.join(
                " ",
                list.stream().map(row -> ((Row) row).get("fullName").toString()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            cause=sealed              => ada Bob
            CAUSE=SEALED              => ada Bob
            cause==sealed             => ada Bob
            cause!=sealed             => Zoë
            fullName~O                => Zoë Bob
            fullName!~o               => ada
            fullName=zoË              => Zoë
            fullName>b                => Zoë Bob
            size>9                    => Zoë Bob
            size>=10                  => Zoë Bob
            size<10                   => ada
            size<=10.0                => Zoë ada
            size=100                  => Bob
            size=1e2                  => Bob
            offered=yes               => ada Bob
            offered=false             => Zoë
            offered!=true             => Zoë
            tags=b                    => Zoë
            tags~b                    => Zoë Bob
            tags!=b                   => ada Bob
            tags=                     => ada
            cause=sealed size<50      => ada
            cause=sealed and size<50  => ada
            cause=blank or size=9     => Zoë ada
            cause=blank OR cause=sealed AND size=9     => Zoë ada
            ( cause=blank or size=9 ) and offered=yes  => ada
            not cause=blank size>50   => Bob
            not ( size=9 or size=10 ) => Bob
            ( ( size=9 ) )            => ada
            tags<z                    => Zoë Bob
            cause=a=b                 => ''
            """)
    void where_keeps(String conditions, String expected) {
        assertThat(names(Stages.where(arguments(ROWS, Map.of("condition", words(conditions))))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            fullName       => ada Bob Zoë
            -fullname      => Zoë Bob ada
            size           => ada Zoë Bob
            -size          => Bob Zoë ada
            cause size     => Zoë ada Bob
            cause -size    => Zoë Bob ada
            offered        => Zoë ada Bob
            """)
    void sort_orders(String fields, String expected) {
        assertThat(names(Stages.sort(arguments(ROWS, Map.of("field", words(fields))))))
                .isEqualTo(expected);
    }

    @Test
    void sort_desc_turns_every_order() {
        Map<String, Object> values = Map.of("field", List.of(List.of("cause", "-size")), "desc", true);
        assertThat(names(Stages.sort(arguments(ROWS, values)))).isEqualTo("ada Bob Zoë");
    }

    @Test
    void group_keeps_the_rows_and_count_orders_by_frequency() {
        List<?> groups = Stages.group(arguments(ROWS, Map.of("field", List.of("cause"))));
        assertThat(groups)
                .extracting(group -> ((Group) group).fields().get("cause") + " " + ((Group) group).count())
                .containsExactly("blank 1", "sealed 2");
        assertThat(((Group) groups.get(1)).rows()).isEqualTo(ROWS.subList(1, 3));

        List<?> counts = Stages.count(arguments(ROWS, Map.of("field", List.of(List.of("CAUSE", "offered")))));
        assertThat(counts)
                .extracting(count -> Json.write(((Group) count).fields(), 0))
                .containsExactly(
                        "{\"cause\":\"sealed\",\"offered\":true,\"count\":2}",
                        "{\"cause\":\"blank\",\"offered\":false,\"count\":1}");
    }

    @Test
    void count_without_a_field_is_one_number() {
        assertThat(Stages.count(arguments(ROWS, Map.of()))).isEqualTo(List.of(new Row(Map.of("count", 3))));
        assertThat(Stages.count(arguments(List.of(), Map.of()))).isEqualTo(List.of(new Row(Map.of("count", 0))));
    }

    @Test
    void first_is_ten_unless_told_otherwise() {
        List<Integer> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(i);
        }
        assertThat(Stages.first(arguments(many, Map.of())).toList()).hasSize(10);
        assertThat(names(Stages.first(arguments(ROWS, Map.of("count", 2))))).isEqualTo("Zoë ada");
    }

    @Test
    void select_keeps_fields_in_the_order_given() {
        List<?> rows = Stages.select(arguments(ROWS, Map.of("field", List.of("SIZE", "fullName"))))
                .toList();
        assertThat(((Row) rows.get(0)).fields().toString()).isEqualTo("{size=10, fullName=Zoë}");
    }

    @Test
    void maps_are_rows_and_other_values_have_the_field_value() {
        List<?> found = Stages.where(
                        arguments(List.of(Map.of("a", 1), Map.of("a", 2)), Map.of("condition", List.of("a>1"))))
                .toList();
        assertThat(found).isEqualTo(List.of(Map.of("a", 2)));
        assertThat(Stages.where(arguments(List.of("x", "y"), Map.of("condition", List.of("value=y"))))
                        .toList())
                .isEqualTo(List.of("y"));
    }

    @Test
    void a_field_that_only_some_rows_have_is_no_error() {
        List<?> rows = List.of(Map.of("a", 1), Map.of("b", 2));
        assertThat(Stages.where(arguments(rows, Map.of("condition", List.of("b!=3"))))
                        .toList())
                .isEqualTo(List.of(Map.of("b", 2)));
        assertThat(Stages.select(arguments(rows, Map.of("field", List.of("b")))).toList())
                .extracting(row -> ((Row) row).fields().get("b"))
                .containsExactly("", 2);
    }

    @Test
    void a_field_that_no_row_has_is_answered_with_those_there_are() {
        Map<String, Function<Arguments, Object>> stages = new LinkedHashMap<>();
        stages.put("where", arguments -> Stages.where(arguments).toList());
        stages.put("sort", Stages::sort);
        stages.put("group", Stages::group);
        stages.put("count", Stages::count);
        stages.put("select", arguments -> Stages.select(arguments).first(1).toList());
        stages.forEach((name, stage) -> assertThatThrownBy(() -> stage.apply(
                        arguments(ROWS, Map.of("condition", List.of("cuase!=x"), "field", List.of("cuase")))))
                .as(name)
                .isInstanceOfSatisfying(DirshException.class, error -> {
                    assertThat(error.problem()).isEqualTo("these rows have no field 'cuase'; did you mean 'cause'?");
                    assertThat(error.tryThis()).isEqualTo("one of: fullName, cause, size, offered, tags");
                }));
    }

    @Test
    void nothing_is_asked_of_no_rows() {
        assertThat(Stages.where(arguments(List.of(), Map.of("condition", List.of("nosuch=1"))))
                        .toList())
                .isEmpty();
        assertThat(Stages.sort(arguments(List.of(), Map.of("field", List.of("nosuch")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            textBlock =
                    """
            cause        => 'cause' is no condition
            =x           => '=x' is no condition
            a=!x         => 'a=!x' is no condition
            a!x          => 'a!x' is no condition
            or           => a condition is missing before 'or'
            size=9,or    => a condition is missing before the end
            size=9,or,and,size=10 => a condition is missing before 'and'
            not          => a condition is missing before the end
            (,size=9     => a ( is not closed
            size=9,)     => a ) has no ( before it
            cause=blank or size=9    => 'blank or size=9' would be one value: and, or stand outside the quotes
            cause~a AND NOT (size=9) => 'a AND NOT (size=9)' would be one value
            size>many    => size is a number, 'many' is none
            """)
    void what_is_no_condition_is_bad_input(String condition, String problem) {
        assertThatThrownBy(() -> Stages.where(arguments(ROWS, Map.of("condition", Arrays.asList(condition.split(",")))))
                        .toList())
                .isInstanceOfSatisfying(DirshException.class, error -> {
                    assertThat(error.problem()).startsWith(problem);
                    assertThat(error.tryThis()).startsWith("where ");
                });
    }

    @Test
    void a_stage_that_stands_alone_says_what_it_takes() {
        Arguments alone = new Arguments(Set.of("field"), Map.of(), null);
        assertThatThrownBy(() -> Stages.count(alone))
                .hasMessage("count takes rows from a pipe, or a list as its first value in Groovy");
    }
}
