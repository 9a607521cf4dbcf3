package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.diagnose.Cause;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpTest {

    @TempDir
    private static Path folder;

    private static LiveShell shell;

    @BeforeAll
    static void start() {
        shell = new LiveShell(folder);
    }

    @AfterAll
    static void leave() {
        shell.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_cause_has_an_example_the_evidence_and_the_repair(Cause cause) {
        assertThat(shell.run("help " + cause))
                .startsWith(cause.id() + "\n" + cause.summary())
                .contains(
                        "\nexample: ",
                        "\nevidence: ",
                        "\nrepair: ",
                        cause.source().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_word_of_the_field_leads_to_what_it_is_called_here(FieldWord word) {
        assertThat(shell.run("help '" + word + "'"))
                .startsWith(word + "\n")
                .contains("More: help " + word.topic())
                .doesNotContain("no help");
    }

    @Test
    void fixup_says_what_is_published_and_what_is_inferred() {
        assertThat(shell.run("help fixup"))
                .contains("Published (KB Q245837)", "Inferred from that", "Instead: diagnose");
        assertThat(shell.run("help compact")).contains("Inferred from that");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            textBlock =
                    """
            dianose                        => try: diagnose
            dirsync                        => try: help dirsync
            help dianose                   => try: help diagnose
            help not-sumary                => try: help not-summary
            help fulreload                 => try: help full reload
            help formulae                  => try: help formulas
            diagnose --cuase blank         => did you mean --cause?
            diagnose --cause blnk          => did you mean 'blank'?
            diagnose -o jsn                => json
            diagnose | plna                => try: plan
            plan --mode togle              => did you mean 'toggle'?
            kept = 1; ketp                 => try: kept
            dignose()                      => did you mean 'diagnose'?
            """)
    void a_misspelt_word_is_answered_with_the_right_one(String line, String answer) {
        assertThat(shell.run(line)).contains(answer);
    }

    @Test
    void an_error_of_a_line_names_its_place_and_only_trace_shows_the_stack() {
        assertThat(shell.run("a = 1\nb = 2; [1].each {\n  throw new IllegalStateException('no more')\n}"))
                .contains("line 2", "no more")
                .doesNotContain("\tat ", "    at ");
        assertThat(shell.run("trace")).contains("    at ", "no more");
    }

    @Test
    void what_a_line_defines_is_there_in_the_next() {
        shell.run("def count = 2");
        shell.run("import java.util.concurrent.TimeUnit");
        shell.run("def twice(n) { n * 2 }");
        shell.run("class Pair { int left; int right }");
        assertThat(shell.run("twice(count)")).isEqualTo("4\n");
        assertThat(shell.run("_ + 1")).isEqualTo("5\n");
        assertThat(shell.run("TimeUnit.DAYS.toHours(count)")).isEqualTo("48\n");
        assertThat(shell.run("new Pair(left: 3).left")).isEqualTo("3\n");
    }

    @Test
    void the_tour_runs_through_without_a_terminal_and_leaves_the_session_alone() {
        shell.run("open acme.dxl");
        String shown = shell.run("tour");
        assertThat(shown)
                .contains("10 of 10", "1 in Exchange now and at risk", "7 repaired: 7 held", "That is the main job");
        assertThat(shell.run("diagnose | { it.size() }")).isEqualTo("13\n");
        assertThat(shell.run("runs")).doesNotContain("finished");
        assertThat(folder.resolve(".home/runs")).doesNotExist();
    }
}
