package dirsh.compare;

import static dirsh.connector.FlagReading.BLANK;
import static dirsh.connector.FlagReading.NO;
import static dirsh.connector.FlagReading.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.diagnose.Cause;
import dirsh.model.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {

    private static final String COLUMNS = "Alias,PrimarySmtpAddress,Department,Phone,Company,Title,DisplayName";

    private static Scene mixed() {
        return new Scene()
                .person("FullName=CN=Healthy/O=Acme, ShortName=healthy")
                .person("FullName=CN=Damaged/O=Acme, ShortName=damaged", Cause.NOT_SUMMARY, NO, true)
                .person("FullName=CN=Policy/O=Acme, ShortName=policy", Cause.GENUINE_NO, NO, false)
                .person("FullName=CN=Risky/O=Acme, ShortName=risky", Cause.ITEM_MISSING, NO, true)
                .person("FullName=CN=Odd/O=Acme, ShortName=odd", Cause.WRONG_FORM, YES, false)
                .person("FullName=CN=Puzzle/O=Acme, ShortName=puzzle")
                .recipient(",healthy,,,,")
                .recipient("Risky,risky,,,,")
                .recipient("Stranger,,stranger@acme.com,,NOTES:Stranger/Acme@HQ,");
    }

    @Test
    void the_fields_are_those_of_the_contract() {
        assertThat(mixed().compare().fields().toString().replace("F7AFA2E9B053F1DB000000000000000", "#"))
                .isEqualTo("{missing=[{unid=#5, fullName=CN=Odd/O=Acme, cause=wrong-form},"
                        + " {unid=#2, fullName=CN=Damaged/O=Acme, cause=not-summary},"
                        + " {unid=#3, fullName=CN=Policy/O=Acme, cause=genuine-no},"
                        + " {unid=#6, fullName=CN=Puzzle/O=Acme, cause=unexplained}],"
                        + " atRisk=[{unid=#4, fullName=CN=Risky/O=Acme, cause=item-missing}],"
                        + " unexpected=[{displayName=Stranger, primarySmtpAddress=stranger@acme.com,"
                        + " targetAddress=NOTES:Stranger/Acme@HQ}],"
                        + " notInOpenBook=[], different=[], ambiguous=[], duplicates=[], matched=2,"
                        + " byCause=[{cause=wrong-form, people=1, inExchange=0, notInExchange=1},"
                        + " {cause=not-summary, people=1, inExchange=0, notInExchange=1},"
                        + " {cause=item-missing, people=1, inExchange=1, notInExchange=0},"
                        + " {cause=genuine-no, people=1, inExchange=0, notInExchange=1},"
                        + " {cause=healthy, people=2, inExchange=1, notInExchange=1}]}");
    }

    @Test
    void only_what_a_plan_takes_by_itself_is_offered() {
        assertThat(mixed().compare().missing())
                .filteredOn(MissingPerson::offered)
                .extracting(MissingPerson::fullName)
                .containsExactly("CN=Damaged/O=Acme");
    }

    @Test
    void who_is_at_risk_comes_first() {
        assertThat(mixed().compare().sections())
                .extracting(Page.Section::heading)
                .containsExactly(
                        "At risk (1)", "Compared", "By cause", "Missing in Exchange (4)", "Unexpected in Exchange (1)");
    }

    @Test
    void the_order_of_people_and_recipients_does_not_show() {
        String expected = mixed().compare().fields().toString();

        for (int seed = 0; seed < 20; seed++) {
            assertThat(mixed().shuffled(seed).compare().fields()).hasToString(expected);
        }
    }

    @Test
    void people_left_out_by_policy_leave_nothing_to_do() {
        assertThat(new Scene()
                        .person("FullName=CN=A/O=Acme, ShortName=a", Cause.GENUINE_NO, NO, false)
                        .person("FullName=CN=B/O=Acme, ShortName=b", Cause.BLANK, BLANK, false)
                        .person("FullName=CN=C/O=Acme, ShortName=c", Cause.GENUINE_NO, NO, false)
                        .recipient(",c,,,,")
                        .compare()
                        .exitCode())
                .isZero();
    }

    @Test
    void anything_else_leaves_something_to_do() {
        String jane = "FullName=CN=Jane/O=Acme, ShortName=jane, JobTitle=Boss";

        assertThat(new Scene().person(jane).compare().exitCode()).isEqualTo(1);
        assertThat(new Scene().recipient(",x,,,,").compare().exitCode()).isEqualTo(1);
        assertThat(new Scene()
                        .person(jane, Cause.SEALED, NO, false)
                        .recipient(",jane,,,,")
                        .compare()
                        .exitCode())
                .isEqualTo(1);
        assertThat(new Scene()
                        .person(jane)
                        .columns("Alias,Title")
                        .recipient("jane,Serf")
                        .compare()
                        .exitCode())
                .isEqualTo(1);
        assertThat(new Scene()
                        .person(jane)
                        .person(jane)
                        .recipient(",jane,,,,")
                        .compare()
                        .exitCode())
                .isEqualTo(1);
        assertThat(new Scene().person(jane).recipient(",jane,,,,").compare().exitCode())
                .isZero();
    }

    @Test
    void attributes_differ_by_more_than_case_and_blanks() {
        Comparison comparison = new Scene()
                .columns(COLUMNS)
                .person("FullName=CN=Jane Doe/O=Acme, ShortName=jane, InternetAddress=Jane@acme.com,"
                        + " Department= sales , OfficePhoneNumber=1, CompanyName=Acme, JobTitle=")
                .recipient("jane,jane.doe@acme.com,SALES,2,,,\"Doe, Jane\"")
                .compare();

        assertThat(comparison.different())
                .map(difference -> difference.attribute() + ": " + difference.from() + " -> " + difference.to())
                .containsExactly(
                        "phone: 1 -> 2", "company: Acme -> ", "primarySmtpAddress: Jane@acme.com -> jane.doe@acme.com");
    }

    @Test
    void an_attribute_without_a_column_is_not_compared() {
        Comparison comparison = new Scene()
                .columns("Alias,Title")
                .person("FullName=CN=Jane/O=Acme, ShortName=jane, InternetAddress=j@acme.com, Department=Sales,"
                        + " JobTitle=Boss")
                .recipient("jane,BOSS")
                .compare();

        assertThat(comparison.different()).isEmpty();
    }

    @Test
    void a_value_the_connector_had_to_cut_is_not_different() {
        Scene scene = new Scene()
                .columns("Alias,Title")
                .person("FullName=CN=Jane/O=Acme, ShortName=jane, JobTitle=Vice President of Everything Else")
                .recipient("jane,Vice President of Everything Els");

        assertThat(scene.compare().different()).isEmpty();
    }

    @Test
    void names_are_compared_on_demand_only() {
        Scene scene = new Scene()
                .columns("Alias,DisplayName")
                .person("FullName=CN=Jane Doe/O=Acme, ShortName=jane")
                .recipient("jane,\"Doe, Jane\"");

        assertThat(scene.compare().different()).isEmpty();
        assertThat(scene.compare(ComparedAttribute.named(List.of("DISPLAYNAME")))
                        .different())
                .map(difference -> difference.from() + " -> " + difference.to())
                .containsExactly("Jane Doe -> Doe, Jane");
        assertThatThrownBy(() -> ComparedAttribute.named(List.of("shoe size")))
                .hasMessage("no attribute 'shoe size' to compare");
    }

    @Test
    void differences_are_those_to_the_partner_and_not_to_another_candidate() {
        Comparison comparison = new Scene()
                .columns("Alias,PrimarySmtpAddress,ExternalEmailAddress,Title")
                .person("FullName=CN=Strong/O=Acme, MailDomain=HQ, JobTitle=Boss")
                .person("FullName=CN=Weak/O=Acme, ShortName=weak, InternetAddress=shared@acme.com, JobTitle=Serf")
                .recipient("strong,shared@acme.com,NOTES:Strong/Acme@HQ,Boss")
                .recipient("weak,shared@acme.com,,Knight")
                .compare(ComparedAttribute.named(List.of("title")));

        assertThat(comparison.matched()).isEqualTo(2);
        assertThat(comparison.different())
                .map(difference -> difference.from() + " -> " + difference.to())
                .containsExactly("Serf -> Knight");
    }

    @Test
    void a_file_that_matches_hardly_anybody_is_doubted() {
        Scene scene = new Scene();
        for (int i = 0; i < 19; i++) {
            scene.person("FullName=CN=P" + i + "/O=Acme, ShortName=p" + i);
        }
        scene.recipient(",stranger,,,,");
        assertThat(scene.compare().warning()).isEmpty();

        scene.person("FullName=CN=P19/O=Acme, ShortName=p19");
        assertThat(scene.compare().warning()).contains("0 of 20 people matched: is this the right Exchange file?");

        scene.recipient(",p19,,,,");
        assertThat(scene.compare().warning()).isEmpty();
    }
}
