package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that come with dirsh do what they say, and write nothing unless told to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptsTest {

    private static final String[] BOOK = {"--book", "acme.dxl", "--exchange", "acme.csv"};
    private static final String[] SAMPLE = {"--book", "people/names.dxl", "--exchange"};

    @TempDir
    private Path folder;

    private Workplace workplace;
    private Path book;
    private byte[] before;

    @BeforeEach
    void open() throws IOException {
        workplace = Workplace.in(folder.resolve("work"));
        book = workplace.folder().resolve("acme.dxl");
        before = Files.readAllBytes(book);
    }

    @Test
    void without_apply_nothing_is_written() {
        for (String name : List.of("at-risk-first", "repair-missing")) {
            assertCode(0, script(name, BOOK));
        }
        assertCode(0, script("pilot-and-rest", BOOK, "--plan", "pilot.json"));
        assertCode(0, script("undo-last"));

        assertThat(book).hasBinaryContent(before);
        assertThat(workplace.folder().resolve("pilot.json")).doesNotExist();
    }

    @Test
    void with_apply_and_nobody_to_ask_it_needs_yes() {
        for (String name : List.of("at-risk-first", "repair-missing")) {
            assertCode(2, script(name, BOOK, "--apply"));
        }
        assertCode(2, script("pilot-and-rest", BOOK, "--plan", "pilot.json", "--apply"));

        assertThat(book).hasBinaryContent(before);
    }

    @Test
    void a_pilot_that_is_not_seen_holds_the_rest_back() throws IOException {
        assertCode(0, script("pilot-and-rest", BOOK, "--plan", "pilot.json", "--pilot", "2", "--apply", "--yes"));
        byte[] piloted = Files.readAllBytes(book);
        assertThat(piloted).isNotEqualTo(before);

        Workplace.Ran again = script("pilot-and-rest", BOOK, "--plan", "pilot.json", "--apply", "--yes");
        assertCode(1, again);
        assertThat(again.err()).contains("2 held, 0 lost, 0 in Exchange, 2 not yet");
        assertThat(book).hasBinaryContent(piloted);
    }

    @Test
    void a_pilot_that_is_seen_lets_the_rest_follow() {
        workplace.commands("sample people --people 40 --seed 3");
        String[] first = {"people/exchange.csv", "--plan", "pilot.json", "--pilot", "2", "--apply", "--yes"};
        assertThat(assertCode(0, script("pilot-and-rest", SAMPLE, first)).err()).contains("2 done");
        workplace.commands("sample people --next-sync");
        String[] second = {"people/exchange-next.csv", "--plan", "pilot.json"};
        assertThat(assertCode(0, script("pilot-and-rest", SAMPLE, second)).err())
                .contains("2 held, 0 lost, 2 in Exchange, 0 not yet")
                .contains("--apply would repair the rest");
        String[] third = {"people/exchange-next.csv", "--plan", "pilot.json", "--apply", "--yes"};
        Workplace.Ran rest = script("pilot-and-rest", SAMPLE, third);
        assertCode(0, rest);
        assertThat(rest.err()).contains(" 0 refused").doesNotContain("untouched");
    }

    @Test
    void a_plan_without_a_run_is_no_pilot() {
        workplace.commands("open acme.dxl; diagnose | plan --save pilot.json");
        Workplace.Ran ran = script("pilot-and-rest", BOOK, "--plan", "pilot.json", "--apply", "--yes");
        assertCode(2, ran);
        assertThat(ran.err()).contains("no run of the plan pilot.json is known here");
        assertThat(book).hasBinaryContent(before);
    }

    @Test
    void those_at_risk_are_repaired_and_verified() {
        Workplace.Ran ran = script("at-risk-first", BOOK, "--apply", "--yes");
        assertCode(0, ran);
        assertThat(ran.out()).contains("1 repaired: 1 held");
        Workplace.Ran again = script("at-risk-first", BOOK, "--apply", "--yes");
        assertCode(0, again);
        assertThat(again.err()).contains("nobody is at risk");
    }

    @Test
    void the_last_finished_run_is_taken_back_once() {
        script("at-risk-first", BOOK, "--apply", "--yes");
        assertCode(2, script("undo-last", "--apply"));
        assertCode(0, script("undo-last", "--apply", "--yes"));
        assertThat(workplace
                        .commands("open acme.dxl; exchange acme.csv; status")
                        .out())
                .contains("AT RISK: 1 person");
        assertThat(assertCode(0, script("undo-last", "--apply", "--yes")).err()).contains("nothing to take back");
    }

    @Test
    void a_list_is_explained_from_standard_input_and_from_a_file() throws IOException {
        String names = "\uFEFFUwe Lang\r\n\n# the next one does not exist\nnobody\nCN=Ida Novak/O=Acme\n";
        String shown =
                """
                name,fullName,cause
                Uwe Lang,CN=Uwe Lang/O=Acme,label-stored
                nobody,,not told
                CN=Ida Novak/O=Acme,CN=Ida Novak/O=Acme,not-summary
                """;
        List<String> words = List.of("scripts/explain-list.groovy", "--book", "acme.dxl", "-o", "csv");
        assertThat(firstThree(assertCode(1, workplace.dirsh(words, names)))).isEqualTo(shown);

        Files.writeString(workplace.folder().resolve("names.txt"), names);
        String[] fromFile = {"--book", "acme.dxl", "--names", "names.txt", "-o", "csv"};
        assertThat(firstThree(assertCode(1, script("explain-list", fromFile)))).isEqualTo(shown);
        assertThat(assertCode(2, script("explain-list", "--book", "acme.dxl", "--names", "absent"))
                        .err())
                .contains("cannot read");
    }

    @Test
    void replicas_of_one_name_are_compared_and_the_healthy_side_is_named() throws IOException {
        Path other = Files.createDirectories(workplace.folder().resolve("hub2")).resolve("acme.dxl");
        Files.copy(workplace.folder().resolve("hub2.dxl"), other);
        String[] both = {"--book", "acme.dxl", "--book", "hub2/acme.dxl", "-o", "csv"};
        Workplace.Ran ran = assertCode(1, script("compare-replicas", both));
        assertThat(ran.out())
                .isEqualToNormalizingNewlines(
                        """
                fullName,kind,healthy,next
                CN=Ida Novak/O=Acme,replica-divergence,acme-2,"save it in acme-2, which is healthy, then replicate from there: plan --in acme-2 --cause replica-divergence"
                CN=Uwe Lang/O=Acme,newer,acme-2,replicate from acme-2
                """);
        String[] same = {"--book", "acme.dxl", "--book", "acme.dxl"};
        assertThat(assertCode(0, script("compare-replicas", same)).err()).contains("0 differences");
        assertThat(book).hasBinaryContent(before);
    }

    @Test
    void a_nightly_report_tells_by_its_code_whether_somebody_is_left_out() {
        assertCode(1, script("nightly-report", BOOK, "--report", "nightly.html"));
        assertThat(workplace.folder().resolve("nightly.html")).content().contains("1 person is at risk");
        assertCode(1, script("nightly-report", "--book", "acme.dxl", "--report", "nightly.csv"));
        assertCode(0, script("nightly-report", "--book", "two-does.dxl", "--report", "nightly.json"));
        assertCode(2, script("nightly-report", BOOK));
        assertThat(book).hasBinaryContent(before);
    }

    @Test
    void every_script_has_help_and_refuses_unknown_options() {
        for (String name : List.of(
                "at-risk-first",
                "compare-replicas",
                "explain-list",
                "nightly-report",
                "pilot-and-rest",
                "repair-missing",
                "tour",
                "undo-last")) {
            assertThat(assertCode(0, script(name, "--help")).out())
                    .as(name)
                    .contains("--yes")
                    .contains(name);
            assertThat(assertCode(2, script(name, "--aply")).err()).as(name).contains("--aply");
        }
    }

    private Workplace.Ran script(String name, String... words) {
        return script(name, new String[0], words);
    }

    private Workplace.Ran script(String name, String[] first, String... more) {
        List<String> words = new ArrayList<>(List.of("scripts/" + name + ".groovy"));
        words.addAll(List.of(first));
        words.addAll(List.of(more));
        return workplace.dirsh(words);
    }

    private static String firstThree(Workplace.Ran ran) {
        return String.join(
                "",
                ran.out()
                        .lines()
                        .map(line -> line.replaceFirst("^((?:[^,]*,){2}[^,]*),.*", "$1\n"))
                        .toList());
    }

    private static Workplace.Ran assertCode(int code, Workplace.Ran ran) {
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
        return ran;
    }
}
