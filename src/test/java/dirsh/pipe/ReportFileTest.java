package dirsh.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.Workplace;
import dirsh.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code report} counts as {@code status} does, and its file costs nobody another one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFileTest {

    private static final String BOTH = "open acme.dxl; exchange acme.csv; ";

    @SuppressWarnings("rawtypes")
    private static final InstanceOfAssertFactory<Map, MapAssert<String, Object>> FIELDS =
            InstanceOfAssertFactories.map(String.class, Object.class);

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = Workplace.in(folder.resolve("work"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "csv", "json"})
    void the_same_input_gives_the_same_bytes(String ending) throws IOException {
        Workplace other = Workplace.in(folder.resolve("other"));
        for (Workplace one : List.of(workplace, other)) {
            assertCode(1, one.commands(BOTH + "report one." + ending + "; report two." + ending));
            assertThat(file(one, "one." + ending)).hasSameBinaryContentAs(file(one, "two." + ending));
        }
        assertThat(file(workplace, "one." + ending)).hasSameBinaryContentAs(file(other, "one." + ending));
    }

    @Test
    void the_numbers_are_those_of_status_and_compare() throws IOException {
        Workplace.Ran ran = workplace.commands(BOTH + "report r.json; status -o json");
        Map<?, ?> totals = (Map<?, ?>) report("r.json").get("totals");
        Map<?, ?> status = (Map<?, ?>) Json.read(ran.out().substring(ran.out().indexOf("{\n")));

        assertThat(totals.get("candidates")).isEqualTo(14L);
        assertThat(totals.get("at risk")).isEqualTo(status.get("atRisk"));
        assertThat(totals.get("exported")).isEqualTo(status.get("exported"));
        assertThat((Long) totals.get("missing") + (Long) totals.get("on purpose"))
                .isEqualTo(status.get("missing"));
        assertThat(totals.get("unclear")).isEqualTo(status.get("ambiguous"));
    }

    @Test
    void a_repair_shows_with_its_verification_and_what_is_left() throws IOException {
        workplace.commands(BOTH + "plan --at-risk | apply --yes; verify");
        assertCode(1, workplace.commands(BOTH + "report r.json"));
        Map<?, ?> report = report("r.json");

        assertThat((List<?>) report.get("runs")).singleElement().satisfies(run -> assertThat(run)
                .asInstanceOf(FIELDS)
                .containsEntry("held", 1L)
                .containsEntry("seenInExchange", 1L));
        assertThat((List<?>) report.get("people")).anySatisfy(person -> assertThat(person)
                .asInstanceOf(FIELDS)
                .containsEntry("fullName", "CN=Uwe Lang/O=Acme")
                .containsEntry("standing", "repaired")
                .containsEntry("repairedCause", "label-stored")
                .containsEntry("verified", "held"));
    }

    @Test
    void a_repair_that_was_taken_back_counts_for_nobody() throws IOException {
        workplace.commands(BOTH + "plan --at-risk | apply --yes");
        String run = workplace.commands("runs -o json").out().replaceFirst("(?s).*\"id\": \"([^\"]+)\".*", "$1");
        workplace.commands(BOTH + "undo " + run + " --yes; report r.json");

        assertThat(report("r.json").toString()).contains("standing=at risk").doesNotContain("standing=repaired");
        assertThat((List<?>) report("r.json").get("runs")).hasSize(2);
    }

    @Test
    void without_exchange_it_says_what_is_not_known() throws IOException {
        assertCode(1, workplace.commands("open acme.dxl; report r.json; report r.html"));
        assertThat(report("r.json").toString())
                .contains("10 of 14 people are left out", "no Exchange export was open", "inExchange=unknown")
                .doesNotContain("standing=at risk", "standing=missing");
        assertThat(file(workplace, "r.html")).content().contains("no Exchange export was open", "not looked at");
    }

    @Test
    void nobody_left_out_but_on_purpose_ends_with_0() {
        Workplace.Ran ran = workplace.commands("open two-does.dxl; report r.html");
        assertCode(0, ran);
        assertThat(ran.err()).contains("Nobody is left out by a fault");
    }

    @Test
    void a_file_of_any_other_kind_is_left_as_it_is() throws IOException {
        for (String name : List.of("mine.html", "mine.csv", "mine.json")) {
            Files.writeString(file(workplace, name), "<html>mine</html>");
            Workplace.Ran ran = workplace.commands(BOTH + "report " + name);
            assertCode(2, ran);
            assertThat(ran.err()).contains("it is left as it is").contains("try: report");
            assertThat(file(workplace, name)).hasContent("<html>mine</html>");
        }
        assertCode(2, workplace.commands(BOTH + "report acme.csv"));
        assertCode(2, workplace.commands(BOTH + "report report.txt"));
        assertCode(2, workplace.commands(BOTH + "report report.html --raw"));
        assertCode(2, workplace.commands(BOTH + "report .dirsh/plans/report.json"));
    }

    @Test
    void an_older_report_is_replaced_as_a_whole() throws IOException {
        for (String ending : List.of("html", "csv", "json")) {
            assertCode(1, workplace.commands("open acme.dxl; report r." + ending));
            byte[] before = Files.readAllBytes(file(workplace, "r." + ending));
            assertCode(1, workplace.commands(BOTH + "report r." + ending));
            assertThat(file(workplace, "r." + ending)).binaryContent().isNotEqualTo(before);
        }
    }

    @Test
    void the_file_is_for_its_user_alone_and_goes_through_no_link() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this system has no POSIX permissions");
        workplace.commands(BOTH + "report r.html");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(workplace, "r.html"))))
                .isEqualTo("rw-------");
        Path elsewhere = folder.resolve("elsewhere.html");
        Files.createSymbolicLink(file(workplace, "link.html"), elsewhere);
        assertCode(2, workplace.commands(BOTH + "report link.html"));
        assertThat(elsewhere).doesNotExist();
        Files.copy(file(workplace, "r.html"), elsewhere);
        assertThat(workplace.commands(BOTH + "report link.html").err()).contains("symbolic link");
    }

    private Map<?, ?> report(String name) throws IOException {
        return (Map<?, ?>) Json.read(Files.readString(file(workplace, name)));
    }

    private static Path file(Workplace workplace, String name) {
        return workplace.folder().resolve(name);
    }

    private static void assertCode(int code, Workplace.Ran ran) {
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
    }
}
