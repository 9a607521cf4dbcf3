package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.CommandSpec;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunningTest {

    @Test
    void results_go_to_standard_output_as_a_table() {
        TestShell.plain().run("people").prints("name\nJane Doe\nZoë Straße\n").says("");
    }

    @Test
    void a_format_on_the_line_wins_over_that_of_the_run() {
        TestShell.json().run("people -o csv").prints("name\r\nJane Doe\r\nZoë Straße\r\n");
        TestShell.json().run("people --output=csv | plan -o list").prints("name: planned 2\n");
    }

    @Test
    void objects_go_through_pipes_and_a_single_value_is_a_list_of_one() {
        TestShell.plain().run("people | plan").prints("name\nplanned 2\n");
        TestShell.plain().run("partly | plan").prints("name\nplanned 1\n");
        TestShell.plain().run("open x | plan").prints("name\nplanned 0\n");
        TestShell.plain()
                .run("people | { it.findAll { p -> p.name =~ /Jane/ } } | plan")
                .prints("name\nplanned 1\n");
    }

    @Test
    void every_command_is_a_function_of_the_same_name() {
        TestShell.plain().run("plan(people(), limit: 3)").prints("name\nplanned 2\n");
    }

    @Test
    void the_last_result_and_values_stay() {
        TestShell.plain().run("people", "def n = _.size()", "n + 1").prints("name\nJane Doe\nZoë Straße\n3\n");
    }

    @Test
    void a_formula_reaches_its_command_as_it_was_written() {
        TestShell.plain().run("find LastName=\"Doe\" & A=1 --items B").prints("LastName = \"Doe\" & A = 1\n");
    }

    @Test
    void words_keep_their_text() {
        TestShell.plain().run("words \"a b\" @file ${x} C:\\new").prints("a b\n@file\n${x}\nC:\\new\n");
    }

    @Test
    void too_little_memory_is_told_with_the_way_to_get_more() {
        TestShell.plain()
                .run("throw new OutOfMemoryError('Java heap space')")
                .saysPart("not enough memory: this needs more than the ")
                .saysPart("\ntry: DIRSH_JAVA_OPTS=-Xmx");
        TestShell.plain()
                .run("throw new OutOfMemoryError('unable to create native thread')")
                .saysPart("OutOfMemoryError: unable to create native thread");
    }

    @Test
    void an_error_is_two_lines_and_no_stack() {
        TestShell.plain().run("broken").prints("").says("the disk is full\ntry: df\n");
        TestShell.plain()
                .run("crash")
                .says("IllegalStateException: a defect\ntry: the same with --keep-going -c trace behind it\n");
    }

    @Test
    void a_misspelt_command_is_answered_with_the_nearest() {
        TestShell.plain().run("diagnos --cause blank").exits(2).says("no command 'diagnos'\ntry: diagnose\n");
        TestShell.plain().run("frobnicate names.dxl").exits(2).says("no command 'frobnicate'\ntry: help\n");
        TestShell.plain().run("diagnos | plan").exits(2).says("no command 'diagnos'\ntry: diagnose\n");
    }

    @Test
    void a_variable_is_no_misspelt_command() {
        TestShell.plain().run("plna = 3", "plna").exits(0).prints("3\n");
    }

    @Test
    void options_are_checked_in_one_line() {
        TestShell.plain()
                .run("diagnose --csue blank")
                .says("diagnose has no option --csue; did you mean --cause?\ntry: help diagnose\n");
        TestShell.plain().run("diagnose --cause").says("diagnose: --cause needs a value\ntry: help diagnose\n");
        TestShell.plain().run("diagnose --cause -o json").says("diagnose: --cause needs a value\ntry: help diagnose\n");
        TestShell.plain().run("plan --limit 1 --limit 2").says("plan: --limit is given twice\ntry: help plan\n");
        TestShell.plain().run("plan --in a --in b").exits(0);
        TestShell.plain().run("people -o xml").exits(2).saysPart("no output format 'xml'");
    }

    @Test
    void help_is_an_option_of_every_command() {
        TestShell.plain()
                .run("open --help")
                .exits(0)
                .prints(
                        """
                        open - Does open
                        usage: open ADDRESS [--as TEXT]

                        parameter                               help
                        ADDRESS                                 what to take
                        --as TEXT                               what to use
                        --output table|wide|list|csv|json|yaml  how to show the answer (short: -o)
                        --help                                  show this help
                        """);
    }

    @Test
    void escapes_in_errors_are_shown_not_sent() {
        CommandSpec command = Declared.of("evil", List.of(), List.of(), false, false, (arguments, session) -> {
            throw dirsh.model.DirshException.badInput("\u001B]52;c;x\u0007", "");
        });
        TestShell.with(command).run("evil").says("\\u001B]52;c;x\\u0007\n");
    }

    @Test
    @Timeout(20)
    void cancelling_stops_a_command_that_looks_at_its_request_and_what_follows() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        TestShell[] shell = new TestShell[1];
        shell[0] = TestShell.with(Declared.of("long", List.of(), List.of(), false, false, (arguments, session) -> {
            begun.countDown();
            while (true) {
                shell[0].work.get().check();
                Thread.onSpinWait();
            }
        }));
        cancelAfter(begun, shell[0]);
        shell[0].run("long; people").exits(130).prints("").says("interrupted\n");
    }

    @Test
    @Timeout(20)
    void what_finishes_in_spite_of_the_request_is_shown_and_still_interrupted() {
        TestShell[] shell = new TestShell[1];
        shell[0] = TestShell.with(Declared.of("saving", List.of(), List.of(), false, false, (arguments, session) -> {
            shell[0].work.cancel();
            return Declared.row("half");
        }));
        shell[0].run("saving; people").exits(130).prints("name\nhalf\n");
    }

    @Test
    @Timeout(20)
    void a_groovy_loop_is_interrupted_and_the_next_line_runs() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        TestShell shell =
                TestShell.with(Declared.of("begin", List.of(), List.of(), false, false, (arguments, session) -> {
                    begun.countDown();
                    return null;
                }));
        cancelAfter(begun, shell);
        shell.run("begin(); while (true) {}").exits(130);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        shell.run("people").exits(0);
    }

    @Test
    @Timeout(20)
    void shielded_work_is_asked_but_never_interrupted() {
        TestShell[] shell = new TestShell[1];
        shell[0] = TestShell.with(Declared.of(
                "save",
                List.of(),
                List.of(),
                false,
                false,
                (arguments, session) -> shell[0].work.shielded(() -> {
                    shell[0].work.cancel();
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_700);
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return Declared.row("interrupted: " + Thread.currentThread().isInterrupted());
                })));
        shell[0].run("save -o list").exits(130).prints("name: interrupted: false\n");
    }

    @Test
    void after_a_stop_nothing_runs() {
        TestShell shell = TestShell.plain();
        shell.work.stop();
        shell.run("people").exits(130).prints("");
    }

    private static void cancelAfter(CountDownLatch begun, TestShell shell) {
        Thread thread = new Thread(() -> {
            try {
                begun.await();
                Thread.sleep(100);
                shell.work.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
