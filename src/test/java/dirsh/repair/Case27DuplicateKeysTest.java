package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.command.Arguments;
import dirsh.command.TestSession;
import dirsh.compare.AmbiguousPerson;
import dirsh.compare.Comparison;
import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that more than one person or recipient has: nobody is paired by chance or repaired without a word. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case27DuplicateKeysTest {

    private static final Set<String> PLAN_PARAMETERS = Set.of(
            "cause",
            "person",
            "where",
            "missing-in-exchange",
            "at-risk",
            "limit",
            "mode",
            "replicas",
            "systematic",
            "groups",
            "save",
            "in");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "jane@acme.example, jane@acme.example",
        "jane@acme.example, JANE@Acme.Example",
        "ijane@acme.example, IJANE@ACME.EXAMPLE"
    })
    void two_people_with_one_address_are_ambiguous_and_neither_is_paired(String first, String second)
            throws IOException {
        TestSession session = session(
                List.of(Export.flag("Yes") + address(first), Export.flag("Yes") + address(second)),
                "Jane,,jane-1," + first);
        Comparison comparison =
                session.session().comparisons().of(session.session().book(null));
        assertThat(comparison.ambiguous())
                .extracting(AmbiguousPerson::unid)
                .containsExactly(People.unid(1), People.unid(2));
        assertThat(comparison.matched()).isZero();
        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.unexpected()).isEmpty();
        assertThat(plan(session, Map.of("missing-in-exchange", true)).changes()).isEmpty();
        assertThat(plan(session, Map.of("at-risk", true)).changes()).isEmpty();
    }

    @Test
    void plan_that_takes_ambiguous_people_says_that_exchange_is_not_known_for_them() throws IOException {
        TestSession session = session(
                List.of(
                        Export.flag("Yes") + address("jane@acme.example"),
                        Export.flag("Yes") + address("jane@acme.example"),
                        Export.flag("Yes") + address("john@acme.example")),
                "Jane,,jane-1,jane@acme.example",
                "John,,john-1,john@acme.example");
        Plan plan = plan(session, Map.of());
        assertThat(plan.changes())
                .extracting(Change::inExchange)
                .containsExactly(InExchange.UNKNOWN, InExchange.UNKNOWN, InExchange.YES);
        assertThat(plan.sections().get(0).lines())
                .contains("2 groups or ambiguous: whether they are in Exchange is not known");
    }

    @Test
    void two_recipients_at_one_address_make_the_person_ambiguous() throws IOException {
        TestSession session = session(
                List.of(Export.flag("Yes") + address("jane@acme.example")),
                "Jane,,jane-1,jane@acme.example",
                "Jane,,jane-2,JANE@acme.example");
        assertThat(session.session()
                        .comparisons()
                        .of(session.session().book(null))
                        .ambiguous())
                .extracting(AmbiguousPerson::unid)
                .containsExactly(People.unid(1));
        assertThat(plan(session, Map.of("missing-in-exchange", true)).changes()).isEmpty();
    }

    @Test
    void second_person_with_an_address_that_is_exported_already_is_reported_and_never_planned() throws IOException {
        TestSession session = session(
                List.of(
                        Export.flag("1") + address("jane@acme.example"),
                        Export.flag("1") + address("Jane@ACME.example")),
                "Jane,,jane-1,jane@acme.example");
        List<Finding> found = session.session().diagnose(null, null, false);
        assertThat(found).extracting(Finding::unid).containsExactly(People.unid(2));
        assertThat(found).extracting(finding -> finding.cause().id()).containsExactly("duplicate-person");
        assertThat(plan(session, Map.of()).changes()).isEmpty();
        assertThat(session.session()
                        .comparisons()
                        .of(session.session().book(null))
                        .ambiguous())
                .hasSize(2);
    }

    @Test
    void conflict_document_is_neither_compared_nor_planned_and_takes_no_recipient_from_its_winner() throws IOException {
        TestSession session = session(
                List.of(
                        Export.flag("Yes") + address("jane@acme.example"),
                        Export.flag("Yes") + address("jane@acme.example") + "<item name='$Conflict'><text/></item>\n"),
                "Jane,,jane-1,jane@acme.example");
        Comparison comparison =
                session.session().comparisons().of(session.session().book(null));
        assertThat(comparison.matched()).isEqualTo(1);
        assertThat(comparison.ambiguous()).isEmpty();
        assertThat(unids(plan(session, Map.of()))).containsExactly(People.unid(1));
        assertThat(session.session().diagnose(null, null, false))
                .extracting(finding -> finding.cause().id())
                .contains("conflict-document");
    }

    private TestSession session(List<String> people, String... recipients) throws IOException {
        Path book = Export.write(folder.resolve("names.dxl"), people.toArray(String[]::new));
        Path file = Files.writeString(
                folder.resolve("r.csv"),
                "DisplayName,RecipientTypeDetails,Alias,PrimarySmtpAddress\n" + String.join("\n", recipients) + "\n");
        TestSession session = TestSession.in(folder.resolve("home"));
        session.session().open(book.toString(), null);
        session.session().exchange(file.toString(), null, false);
        return session;
    }

    private static Plan plan(TestSession session, Map<String, Object> options) {
        return session.session().plans().make(new Arguments(PLAN_PARAMETERS, options, null));
    }

    private static List<Unid> unids(Plan plan) {
        return plan.changes().stream().map(Change::unid).toList();
    }

    private static String address(String address) {
        return "<item name='InternetAddress'><text>" + address + "</text></item>\n";
    }
}
