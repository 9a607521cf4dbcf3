package dirsh.shell;

import dirsh.report.Format;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitCodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            people                        => 0
            diagnose                      => 1
            policies                      => 0
            partly                        => 4
            broken                        => 3
            wrong                         => 2
            crash                         => 3
            stopped                       => 130
            diagnos                       => 2
            people --nosuch               => 2
            people extra                  => 2
            people -o xml                 => 2
            people | show                 => 2
            people | nosuch               => 2
            open                          => 2
            open 'a                       => 2
            diagnose | plan               => 0
            policies | diagnose           => 2
            diagnose | { it }             => 1
            diagnose | { it.name }        => 0
            diagnose; people              => 0
            people; diagnose              => 1
            broken; people                => 3
            wrong; people                 => 2
            partly; people                => 4
            stopped; people               => 130
            x = diagnose()                => 0
            diagnose()                    => 1
            1 + 1                         => 0
            assert false                  => 3
            """)
    void a_run_exits_with(String line, int code) {
        TestShell.plain().run(line).exits(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            broken; people                => 3
            people; wrong; diagnose       => 2
            wrong; partly; people         => 4
            diagnose; people              => 1
            stopped; partly               => 130
            """)
    void keeping_going_it_exits_with_the_worst(String line, int code) {
        TestShell.keepingGoing().run(line).exits(code);
    }

    @Test
    void findings_go_on_and_a_failure_ends_the_sequence() {
        TestShell.plain()
                .run("diagnose -o csv; wrong; people")
                .exits(2)
                .prints("name\r\npolicy\r\nbroken\r\n")
                .says("no such book\ntry: open names.dxl\n");
    }

    @Test
    void the_sequence_runs_over_several_texts() {
        TestShell.plain().run("wrong", "people").exits(2).prints("");
    }

    @Test
    void keeping_going_runs_the_rest() {
        TestShell.keepingGoing().run("wrong", "people -o csv").exits(2).prints("name\r\nJane Doe\r\nZoë Straße\r\n");
    }

    @Test
    void an_interruption_ends_the_sequence_even_when_keeping_going() {
        TestShell.keepingGoing().run("stopped; people").exits(130).prints("");
    }

    @Test
    void nothing_of_a_text_runs_that_cannot_be_read() {
        TestShell.plain().run("people; open \"x").exits(2).prints("");
    }

    @Test
    void a_quiet_answer_counts_although_it_is_not_shown() {
        TestShell.json().run("apply").exits(4).prints("").says("");
    }

    @Test
    void a_quiet_answer_is_shown_where_the_format_stands_on_the_command() {
        TestShell.json().run("apply -o json").exits(4).prints("{\n  \"name\": \"written\"\n}\n");
    }

    @Test
    void a_quiet_answer_is_not_shown_at_a_prompt_either() {
        TestShell.atPrompt(Format.TABLE).run("apply").prints("");
    }

    @Test
    void one_json_document_is_printed_for_each_result() {
        TestShell.json().run("open a; x = 3; policies").prints("[\n  {\n    \"name\": \"policy\"\n  }\n]\n");
    }
}
