package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dirsh.diagnose.Cause;
import dirsh.model.DirshException;
import dirsh.model.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroovyLinesTest {

    private final StringWriter printed = new StringWriter();
    private final Fixtures.Recording calls = new Fixtures.Recording();
    private final GroovyLines lines = new GroovyLines(
            Fixtures.names("find", "compare", "replicas-compare"), calls, new PrintWriter(printed, true));

    @Test
    void declared_values_stay() {
        lines.evaluate("def x = 40");
        lines.evaluate("int y = 1; String s = \"$y\"");
        lines.evaluate("def (a, b) = [1, 2]");
        lines.evaluate("boolean no; int none; def nothing");
        lines.evaluate("z = 5");

        assertThat(lines.evaluate("x + y + a")).isEqualTo(42);
        assertThat(lines.evaluate("s")).isEqualTo("1");
        assertThat(lines.evaluate("[b, no, none, nothing, z]")).asString().isEqualTo("[2, false, 0, null, 5]");
        assertThat(lines.variables()).contains("x", "y", "s", "a", "b", "z").doesNotContain("_", "out");
    }

    @Test
    void a_line_is_evaluated_once() {
        lines.evaluate("def r = find('x')");
        lines.evaluate("r");
        lines.evaluate("def s = r + 'y'");

        assertThat(calls.calls).containsExactly("find[x]{}");
    }

    @Test
    void imports_stay() {
        lines.evaluate("import java.util.concurrent.TimeUnit");
        lines.evaluate("import static java.lang.Math.max");
        lines.evaluate("import java.util.concurrent.atomic.*");

        assertThat(lines.evaluate("TimeUnit.HOURS.name() + max(1, 2) + new AtomicInteger(3)"))
                .isEqualTo("HOURS23");
    }

    @Test
    void methods_and_closures_stay_and_may_call_each_other() {
        lines.evaluate("def twice(n) { n * 2 }");
        lines.evaluate("def fac(int n) { n < 2 ? 1 : n * fac(n - 1) }");
        lines.evaluate("def four = { twice(twice(it)) }");

        assertThat(lines.evaluate("four(fac(3))")).isEqualTo(24);
        assertThat(lines.evaluate("[1, 2].collect { twice(it) }")).isEqualTo(List.of(2, 4));
        lines.evaluate("def twice(n) { n * 20 }");
        assertThat(lines.evaluate("twice(1)")).isEqualTo(20);
    }

    @Test
    void classes_stay_and_may_be_defined_again() {
        lines.evaluate("class Pair { int a; int b; int sum() { a + b } }");
        assertThat(lines.evaluate("new Pair(a: 1, b: 2).sum()")).isEqualTo(3);
        lines.evaluate("class Pair { int a; int b; int sum() { a * 100 + b } }");
        lines.evaluate("class Triple extends Pair { int c }");

        assertThat(lines.evaluate("new Triple(a: 1, b: 2).sum()")).isEqualTo(102);
    }

    @Test
    void the_last_result_is_an_underscore() {
        lines.evaluate("20 + 1");
        assertThat(lines.evaluate("_ * 2")).isEqualTo(42);
        lines.evaluate("println 'no result'");
        assertThat(lines.evaluate("_")).isEqualTo(42);
        lines.remember("of a command");
        assertThat(lines.evaluate("_")).isEqualTo("of a command");
        assertThat(printed.toString()).isEqualTo("no result" + System.lineSeparator());
    }

    @Test
    void commands_are_functions() {
        lines.evaluate("find('LastName=\"Doe\"', items: 'FullName')");
        lines.evaluate("compare()");
        lines.evaluate("replicasCompare('a', 'b', missingInExchange: true)");
        lines.evaluate("[1].each { find(it) }");
        lines.evaluate("find('a').toUpperCase()");

        assertThat(calls.calls)
                .containsExactly(
                        "find[LastName=\"Doe\"]{items=FullName}",
                        "compare[]{}",
                        "replicas-compare[a, b]{missingInExchange=true}",
                        "find[1]{}",
                        "find[a]{}");
    }

    @Test
    void errors_are_one_line_with_their_place() {
        assertError("def x = = 1", DirshException.Outcome.BAD_INPUT, "1:9: ");
        assertError(
                "1\n\nthrow new IllegalStateException('no\\nway')", DirshException.Outcome.FAILED, "line 3: no way");
        assertError("def f() { null.x }\nf()", DirshException.Outcome.FAILED, "line 1: Cannot get property 'x'");
        assertError(
                "compre()",
                DirshException.Outcome.FAILED,
                "line 1: no such function 'compre'; did you mean 'compare'?");
        assertError(
                "compare.missing",
                DirshException.Outcome.FAILED,
                "line 1: no such name 'compare'; the command is called as compare()");
        assertError("def g(n) { g(n + 1) }; g(0)", DirshException.Outcome.FAILED, "line 1: StackOverflowError");
        assertError("assert 1 == 2", DirshException.Outcome.FAILED, "line 1: ");
    }

    @Test
    void errors_of_commands_pass_through() {
        DirshException error = DirshException.badInput("no", "yes");
        GroovyLines failing = new GroovyLines(
                Fixtures.names("find"),
                (name, positional, options) -> {
                    throw error;
                },
                new PrintWriter(printed));

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> failing.evaluate("[1].each { find(it) }"))
                .isSameAs(error);
    }

    @Test
    @Timeout(20)
    void an_interrupt_stops_a_loop_and_only_that() {
        for (String endless :
                List.of("while (true) {}", "for (;;) { int i = 1 }", "def h() { while (true) {} }; h()")) {
            new Timer(true).schedule(interruptOf(Thread.currentThread()), 150);
            assertThatExceptionOfType(DirshException.class)
                    .isThrownBy(() -> lines.evaluate(endless))
                    .satisfies(error -> assertThat(error.outcome()).isEqualTo(DirshException.Outcome.INTERRUPTED));
            assertThat(lines.evaluate("1 + 1")).isEqualTo(2);
        }
    }

    @Test
    void a_stage_makes_a_list_of_a_list() {
        assertThat(lines.stage("{ it.findAll { n -> n > 1 } }", List.of(1, 2, 3)))
                .isEqualTo(List.of(2, 3));
        assertThat(lines.stage("{ list -> list.size() }", List.of(1, 2, 3))).isEqualTo(List.of(3));
        assertThat(lines.stage("{ it.collect { \"n$it\" } } // text", List.of(1)))
                .isEqualTo(List.of("n1"));
        assertThat(lines.stage("{ null }", List.of(1))).isEmpty();
        assertThat(lines.stage("{ it.stream() }", List.of(1))).isEqualTo(List.of(1));
        lines.evaluate("def least = 2");
        assertThat(lines.stage("{ it.findAll { n -> n >= least } }", List.of(1, 2)))
                .isEqualTo(List.of(2));
    }

    @Test
    void a_stage_that_is_no_closure_of_one_list_is_an_error() {
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> lines.stage("1 + 1", List.of()))
                .withMessage("a stage is a closure, not '1 + 1'");
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> lines.stage("{ a, b -> a }", List.of()))
                .withMessageContaining("one parameter");
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> lines.stage("{ it.nonsense() }", List.of()))
                .withMessageStartingWith("line 1: ");
    }

    @Test
    void answers_are_read_as_their_json_shows_them() {
        lines.remember(new Found("Jane", Cause.NOT_SUMMARY, true, List.of(new Row(Map.of("a", 1)))));

        assertThat(lines.evaluate("_.cause == 'not-summary' && _.offered && _.who == 'Jane'"))
                .isEqualTo(true);
    }

    @Test
    void lists_of_answers_stay_answers_and_unknown_fields_are_errors() {
        Found found = new Found("Jane", Cause.NOT_SUMMARY, true, List.of(new Row(Map.of("a", 1))));
        lines.remember(found);
        assertThat(lines.evaluate("def f = _; f.evidence[0]")).isInstanceOf(Row.class);
        assertThat(lines.evaluate("f.evidence[0].a")).isEqualTo(1);
        assertThat(lines.evaluate("[f, f]*.cause.unique()")).isEqualTo(List.of("not-summary"));
        assertThat(lines.evaluate("f.cause()")).isEqualTo(Cause.NOT_SUMMARY);
        assertError(
                "f.offerd",
                DirshException.Outcome.BAD_INPUT,
                "no field 'offerd' in this Found; did you mean 'offered'?");
    }

    @Test
    void lines_and_stages_leave_no_classes_behind() {
        for (int line = 0; line < 30; line++) {
            lines.evaluate("def a" + line % 5 + " = [1, 2].collect { it + " + line + " }");
        }
        int before = loaded();
        for (int line = 0; line < 60; line++) {
            lines.evaluate("def a" + line % 5 + " = [1, 2].collect { it + " + line + " }");
            lines.stage("{ it.collect { n -> n + " + line + " } }", List.of(1));
        }

        assertThat(loaded() - before).isLessThan(60);
    }

    private static int loaded() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static TimerTask interruptOf(Thread thread) {
        return new TimerTask() {
            @Override
            public void run() {
                thread.interrupt();
            }
        };
    }

    private void assertError(String source, DirshException.Outcome outcome, String beginning) {
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> lines.evaluate(source))
                .satisfies(error -> {
                    assertThat(error.problem()).startsWith(beginning).doesNotContain("\n");
                    assertThat(error.outcome()).isEqualTo(outcome);
                });
    }

    /** An answer with an enum and objects in it. */
    record Found(String name, Cause cause, boolean offered, List<Row> evidence) implements dirsh.model.Answer {
        @Override
        public Map<String, Object> fields() {
            return Map.of("who", name, "cause", cause.id(), "offered", offered, "evidence", List.of(Map.of("a", 1)));
        }
    }
}
