package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dirsh.diagnose.Cause;
import dirsh.formula.Formula;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.model.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BinderTest {

    private static final CommandSpec PLAN = spec(
            "plan",
            true,
            List.of(),
            List.of(
                    option("cause", ParameterKind.CAUSES),
                    option("where", ParameterKind.FORMULA),
                    option("missing-in-exchange", ParameterKind.SWITCH),
                    option("limit", ParameterKind.NUMBER),
                    new Parameter("mode", ParameterKind.CHOICE, "how", false, false, List.of("toggle", "direct"))));

    private static final CommandSpec FIND = spec(
            "find",
            false,
            List.of(new Parameter("formula", ParameterKind.FORMULA, "whom to find", true, false, List.of())),
            List.of(option("items", ParameterKind.ITEM_NAMES), option("in", ParameterKind.BOOK)));

    private static final CommandSpec REPLICAS = spec(
            "replicas",
            false,
            List.of(new Parameter("books", ParameterKind.BOOK, "the replicas", false, true, List.of())),
            List.of(new Parameter("skip", ParameterKind.TEXT, "items to skip", false, true, List.of())));

    @Test
    void text_becomes_the_value_its_kind_promises() {
        Arguments arguments = bind(
                PLAN,
                List.of(),
                Map.of(
                        "cause",
                        "not-summary, label-stored",
                        "where",
                        "LastName=\"Doe\"",
                        "limit",
                        "7",
                        "mode",
                        "direct"));

        assertThat(arguments.get("cause")).isEqualTo(List.of(Cause.NOT_SUMMARY, Cause.LABEL_STORED));
        assertThat(arguments.get("where")).isInstanceOf(Formula.class).hasToString("LastName = \"Doe\"");
        assertThat(arguments.get("limit")).isEqualTo(7);
        assertThat(arguments.get("mode")).isEqualTo("direct");
        assertThat(arguments.get("missing-in-exchange")).isEqualTo(false);
    }

    @Test
    void values_that_have_their_type_already_are_welcome() {
        Formula formula = Formula.parse("@All");
        Arguments arguments = bind(
                PLAN,
                List.of(),
                Map.of(
                        "cause",
                        List.of(Cause.BLANK, "genuine-no"),
                        "where",
                        formula,
                        "limit",
                        3,
                        "missing-in-exchange",
                        true));

        assertThat(arguments.get("cause")).isEqualTo(List.of(Cause.BLANK, Cause.GENUINE_NO));
        assertThat(arguments.get("where")).isSameAs(formula);
        assertThat(arguments.get("limit")).isEqualTo(3);
        assertThat(arguments.get("missing-in-exchange")).isEqualTo(true);
    }

    @Test
    void camel_case_and_dashes_name_the_same_option() {
        Arguments arguments = bind(PLAN, List.of(), Map.of("missingInExchange", true));

        assertThat(arguments.get("missing-in-exchange")).isEqualTo(true);
        assertThat(arguments.get("missingInExchange")).isEqualTo(true);
    }

    @Test
    void item_names_are_split_at_commas() {
        Arguments arguments = bind(FIND, List.of("@All"), Map.of("items", "FullName, ShortName,"));

        assertThat(arguments.get("items")).isEqualTo(List.of("FullName", "ShortName"));
        assertThat(arguments.get("in")).isNull();
    }

    @Test
    void many_takes_the_rest_and_a_repeated_option_is_a_list() {
        Arguments arguments = bind(REPLICAS, List.of("a", "b", "c"), Map.of("skip", List.of("x", "y")));

        assertThat(arguments.get("books")).isEqualTo(List.of("a", "b", "c"));
        assertThat(arguments.get("skip")).isEqualTo(List.of("x", "y"));
        assertThat(bind(REPLICAS, List.of(List.of("a", "b")), Map.of("skip", "x"))
                        .get("books"))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void a_list_of_objects_given_first_is_the_input() {
        Row row = new Row(Map.of("unid", "A"));

        assertThat(bind(PLAN, List.of(List.of(row)), Map.of()).input()).contains(List.of(row));
        assertThat(bind(PLAN, List.of(row), Map.of()).input()).contains(List.of(row));
        assertThat(bind(PLAN, List.of(List.of()), Map.of()).input()).contains(List.of());
        assertThat(bind(PLAN, List.of(), Map.of()).input()).isEmpty();
    }

    @Test
    void an_answer_stands_for_its_name_where_a_name_is_wanted() {
        Row book = new Row(Map.of("name", "names"));

        assertThat(bind(FIND, List.of("@All"), Map.of("in", book)).get("in")).isEqualTo("names");
        assertThat(bind(FIND, List.of("@All"), Map.of("in", Path.of("x"))).get("in"))
                .isEqualTo("x");
    }

    @Test
    void errors_name_the_value_and_the_help() {
        assertError(PLAN, List.of(), Map.of("caus", "x"), "plan has no option --caus; did you mean --cause?");
        assertError(
                PLAN,
                List.of(),
                Map.of("missingInExchnge", true),
                "plan has no option --missing-in-exchnge; did you mean --missing-in-exchange?");
        assertError(
                PLAN,
                List.of(),
                Map.of("cause", "not-sumary"),
                "--cause has no cause 'not-sumary'; did you mean 'not-summary'?");
        assertError(PLAN, List.of(), Map.of("limit", "ten"), "--limit 'ten' is no whole number from 0 to 2147483647");
        assertError(PLAN, List.of(), Map.of("limit", "-1"), "--limit '-1' is below 0");
        assertError(
                PLAN,
                List.of(),
                Map.of("mode", "togle"),
                "--mode 'togle' is none of toggle, direct; did you mean 'toggle'?");
        assertError(
                PLAN,
                List.of(),
                Map.of("missing-in-exchange", "maybe"),
                "--missing-in-exchange is a switch and takes no value: 'maybe'");
        assertError(PLAN, List.of("x"), Map.of(), "plan takes no argument: what is 'x'?");
        assertError(FIND, List.of("@All", "y"), Map.of(), "find takes one argument: what is 'y'?");
        assertError(FIND, List.of(), Map.of(), "find needs formula: whom to find");
        assertError(FIND, List.of("@All"), Map.of("formula", "@All"), "'formula' is given twice");
        assertError(FIND, List.of(new Row(Map.of())), Map.of(), "formula takes a Formula, not a Row");
    }

    @Test
    void a_pipe_into_a_command_without_input_is_an_error() {
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> new Binder().bind(FIND, List.of("@All"), Map.of(), Flow.of(List.of("x"))))
                .withMessage("find takes nothing from a pipe");
    }

    private static Arguments bind(CommandSpec spec, List<?> positional, Map<String, ?> options) {
        return new Binder().bind(spec, positional, options, null);
    }

    private static void assertError(CommandSpec spec, List<?> positional, Map<String, ?> options, String problem) {
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> bind(spec, positional, options))
                .satisfies(error -> {
                    assertThat(error.problem()).isEqualTo(problem);
                    assertThat(error.tryThis()).isEqualTo("help " + spec.name());
                    assertThat(error.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                });
    }

    private static Parameter option(String name, ParameterKind kind) {
        return new Parameter(name, kind, "help for " + name, false, false, List.of());
    }

    private static CommandSpec spec(
            String name, boolean takesInput, List<Parameter> arguments, List<Parameter> options) {
        PipeEnds pipe = new PipeEnds(takesInput ? PipeKind.PEOPLE : PipeKind.NOTHING, PipeKind.ANYTHING);
        return new CommandSpec(
                name, "", "", "", arguments, options, pipe, false, List.of(), "test:1", BinderTest::nothing);
    }

    private static @Nullable Object nothing(Arguments arguments, Session session) {
        return null;
    }
}
