package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.compare.Comparison;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.formula.Formula;
import dirsh.model.DirshException;
import dirsh.model.NoteKind;
import dirsh.repair.Plan;
import dirsh.repair.Run;
import dirsh.repair.RunState;
import dirsh.repair.RunSummary;
import dirsh.repair.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionTest {

    /** The parameters of the plan command, as far as these tests use them. */
    @TempDir
    private Path folder;

    private TestSession test;
    private Session session;

    @BeforeEach
    void open() throws IOException {
        for (String name : List.of("acme.dxl", "acme.csv")) {
            Files.copy(Path.of("src/test/resources/dirsh/books", name), folder.resolve(name));
        }
        test = TestSession.in(folder.resolve("home"));
        session = test.session();
        session.open(folder.resolve("acme.dxl").toString(), null);
    }

    @Test
    void person_is_found_by_id_name_short_name_or_address() {
        String unid = session.show("jdoe", null).note().unid().toString();
        for (String word : List.of(unid, "8F6", "0x8f6", "Jane Doe", "jane doe/acme", "JDOE", "CN=Jane Doe/O=Acme")) {
            assertThat(session.show(word, null).note().unid()).as(word).hasToString(unid);
        }
    }

    @Test
    void ambiguous_name_lists_the_candidates_and_an_unknown_one_says_how_to_look() {
        assertThatThrownBy(() -> session.show("Lang", null))
                .hasMessageStartingWith("'Lang' names 2 people:")
                .hasMessageContaining("CN=Uwe Lang/O=Acme")
                .hasMessageContaining("CN=Mia Lang/O=Acme");
        assertThatThrownBy(() -> session.why("Nobody", null))
                .isInstanceOfSatisfying(DirshException.class, e -> assertThat(e.tryThis())
                        .isEqualTo("find '@Contains(FullName; \"Nobody\")'"));
    }

    @Test
    void numbers_of_status_add_up() {
        exchange();
        Status status = session.status(null, false);
        var people = status.diagnosis().of(NoteKind.PERSON);
        int leftOut =
                people.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(people.exported() + leftOut).isEqualTo(people.candidates());
        Comparison comparison = status.comparison().orElseThrow();
        assertThat(comparison.matched()
                        + comparison.missing().size()
                        + comparison.ambiguous().size())
                .isEqualTo(people.candidates());
        assertThat(status.sections().get(0).lines().get(0)).startsWith("AT RISK: 1 person is in Exchange");
        assertThat(status.exitCode()).isEqualTo(1);
    }

    @Test
    void find_sees_summary_items_only_unless_told_otherwise() {
        Formula yes = Formula.parse("AvailableForDirSync=\"1\" & LastName=\"Novak\"");
        assertThat(session.find(yes, null, null, false, false)).isEmpty();
        assertThat(session.find(yes, null, null, false, true)).hasSize(1);
    }

    @Test
    void conflict_documents_are_in_diagnose_only() {
        assertThat(session.diagnose(List.of(Cause.CONFLICT_DOCUMENT), null, false))
                .hasSize(1);
        exchange();
        assertThat(session.comparisons().of(session.book(null)).missing())
                .extracting(missing -> missing.cause())
                .doesNotContain("conflict-document");
    }

    @Test
    void policy_alone_leaves_nothing_to_do() {
        List<Finding> policies = session.diagnose(List.of(Cause.GENUINE_NO, Cause.BLANK), null, false);
        assertThat(policies).hasSize(2).extracting(Finding::exitCode).containsOnly(0);
    }

    @Test
    void why_looks_at_every_rule_and_names_the_repair() {
        Map<String, Object> why = session.why("Uwe Lang", null).fields();
        assertThat(why).containsEntry("cause", "label-stored").containsEntry("leftOut", true);
        assertThat((List<?>) why.get("rules")).hasSize(Cause.values().length);
        assertThat(why.get("repair")).asString().startsWith("repair: plan --person");
    }

    @Test
    void plan_takes_what_is_offered_named_or_asked_for() {
        exchange();
        assertThat(plan(Map.of()).size()).isEqualTo(7);
        assertThat(causes(plan(Map.of("cause", List.of(Cause.GENUINE_NO))))).containsExactly("genuine-no");
        assertThat(causes(plan(Map.of("person", List.of("Max Berg"))))).containsExactly("duplicate-items");
        assertThat(causes(plan(Map.of("at-risk", true)))).containsExactly("label-stored");
        assertThat(plan(Map.of("missing-in-exchange", true)).size()).isEqualTo(6);
        assertThat(plan(Map.of("where", Formula.parse("LastName=\"Lang\""))).size())
                .isEqualTo(2);
        assertThat(plan(Map.of("limit", 3)).size()).isEqualTo(3);
        assertThat(plan(Map.of("groups", true)).size()).isEqualTo(8);
    }

    @Test
    void person_whom_no_toggle_helps_is_refused_by_name() {
        assertThatThrownBy(() -> plan(Map.of("person", List.of("Kim Cole"))))
                .hasMessage("setting the flag does not help CN=Kim Cole/O=Acme: sealed");
    }

    @Test
    void apply_asks_for_the_number_and_writes_nothing_for_another_answer() throws IOException {
        String before = Files.readString(folder.resolve("acme.dxl"));
        Plan plan = plan(Map.of());
        Repairs repairs = session.repairs();
        assertThatThrownBy(() -> repairs.apply(apply(false)))
                .hasMessageStartingWith("nobody is there to confirm 7 documents");
        test.answer = Optional.of("yes");
        assertThatThrownBy(() -> repairs.apply(apply(false))).hasMessage("not confirmed: nothing was written");
        assertThat(Files.readString(folder.resolve("acme.dxl"))).isEqualTo(before);
        test.answer = Optional.of("7");
        assertThat(repairs.apply(apply(false)).plan()).isEqualTo(plan);
    }

    @Test
    void run_is_opened_again_by_a_verification_that_misses_people_and_closed_by_one_that_does_not() throws IOException {
        plan(Map.of());
        Run run = session.repairs().apply(apply(true));
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(session.repairs().verify(run.id(), false, null).fields()).containsEntry("scope", "file only");
        exchange();
        Verification missed = session.repairs().verify(null, false, null);
        assertThat(missed.count(Verification.InExchange.NOT_YET)).isEqualTo(6);
        assertThat(session.repairs().runs(true)).extracting(RunSummary::id).containsExactly(run.id());

        String recipients = Files.readString(folder.resolve("acme.csv"));
        StringBuilder newer = new StringBuilder(recipients.strip());
        int columns = recipients.lines().findFirst().orElseThrow().split(",").length;
        session.find(Formula.parse("@All"), List.of("InternetAddress"), null, false, true)
                .forEach(person -> {
                    String address = person.get("InternetAddress").toString();
                    if (!recipients.contains(address)) {
                        newer.append('\n').append(row(recipients, address, columns));
                    }
                });
        Files.writeString(folder.resolve("newer.csv"), newer + "\n");
        session.exchange(folder.resolve("newer.csv").toString(), null, false);
        assertThat(session.repairs().verify(null, false, null).count(Verification.InExchange.APPEARED))
                .isEqualTo(7);
        assertThat(session.repairs().runs(true)).isEmpty();
    }

    @Test
    void book_that_is_not_open_is_named_with_those_that_are() {
        assertThatThrownBy(() -> session.book("acne")).hasMessage("no open book 'acne'; did you mean 'acme'?");
        assertThatThrownBy(() -> session.comparisons().of(session.book(null))).hasMessage("no Exchange export is open");
    }

    private void exchange() {
        session.exchange(folder.resolve("acme.csv").toString(), null, false);
    }

    private static Arguments apply(boolean yes) {
        return Given.apply(Map.of("yes", yes));
    }

    private Plan plan(Map<String, Object> options) {
        return session.plans().make(Given.plan(options));
    }

    private static List<String> causes(Plan plan) {
        return plan.changes().stream().map(change -> change.cause()).toList();
    }

    /** A row of the same columns with nothing but the SMTP address. */
    private static String row(String recipients, String address, int columns) {
        List<String> header = List.of(
                recipients.lines().findFirst().orElseThrow().replace("\"", "").split(","));
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            row.append(i == 0 ? "" : ",").append(header.get(i).endsWith("PrimarySmtpAddress") ? address : "");
        }
        return row.toString();
    }
}
