package dirsh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingTest {

    private static final String JANE =
            "FullName=CN=Jane Doe/OU=Sales/O=Acme;Jane Doe, MailDomain=HQ, InternetAddress=jane@acme.com, ShortName=jdoe;jane";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,,,,f7afa2e9-b053f1db-0-1",
                ",,,,,{F7AFA2E9-B053-F1DB-0000-000000000001}",
                ",,,,NOTES:jane doe/Sales/ACME@hq,",
                ",,,smtp:x@acme.com notes:Jane Doe/Sales/Acme@HQ,,",
                ",,JANE@acme.com,,,",
                ",,other@acme.com,SMTP:other@acme.com;smtp:Jane@Acme.com,,",
                ",JDOE,,,,"
            })
    void every_key_pairs(String row) {
        Comparison comparison = new Scene().person(JANE).recipient(row).compare();

        assertThat(comparison.matched()).isEqualTo(1);
        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe,,,,,",
                "Jane Doe,jane,,,,",
                ",,,,NOTES:Jane Doe/Sales/Acme@Elsewhere,",
                ",,,,SMTP:jane@acme.com,",
                ",,,,,0f7afa2e-b053f1db-0-1"
            })
    void a_display_name_and_near_misses_never_pair(String row) {
        Comparison comparison = new Scene().person(JANE).recipient(row).compare();

        assertThat(comparison.matched()).isZero();
        assertThat(comparison.missing()).hasSize(1);
        assertThat(comparison.unexpected()).hasSize(1);
    }

    @Test
    void blank_values_are_no_keys() {
        Comparison comparison = new Scene()
                .person("FullName=, MailDomain=, InternetAddress= , ShortName=")
                .recipient("Somebody,,,,,")
                .compare();

        assertThat(comparison.matched()).isZero();
        assertThat(comparison.ambiguous()).isEmpty();
    }

    @Test
    void the_stronger_key_decides_between_two_recipients_of_one_person() {
        Comparison comparison = new Scene()
                .person(JANE)
                .recipient("By alias,jdoe,,,,")
                .recipient("By address,,jane@acme.com,,,")
                .recipient("By target,,,,NOTES:Jane Doe/Sales/Acme@HQ,")
                .compare();

        assertThat(comparison.matched()).isEqualTo(1);
        assertThat(comparison.unexpected())
                .extracting(UnexpectedRecipient::displayName)
                .containsExactly("By address", "By alias");
    }

    @Test
    void two_recipients_at_one_key_are_ambiguous_and_neither_is_unexpected() {
        Comparison comparison = new Scene()
                .person(JANE)
                .recipient("One,,one@acme.com,smtp:jane@acme.com,,")
                .recipient("Two,,jane@acme.com,,,")
                .recipient("Weaker,jdoe,,,,")
                .compare();

        assertThat(comparison.ambiguous()).singleElement().satisfies(person -> {
            assertThat(person.key()).isEqualTo("smtpAddress");
            assertThat(person.recipients()).containsExactly("jane@acme.com", "one@acme.com");
        });
        assertThat(comparison.matched()).isZero();
        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.unexpected())
                .extracting(UnexpectedRecipient::displayName)
                .containsExactly("Weaker");
    }

    @Test
    void two_people_with_an_equal_claim_are_both_ambiguous() {
        Comparison comparison = new Scene()
                .person("FullName=CN=A/O=Acme, InternetAddress=jane@acme.com")
                .person("FullName=CN=B/O=Acme, InternetAddress=JANE@ACME.COM")
                .recipient("Jane,,jane@acme.com,,,")
                .compare();

        assertThat(comparison.ambiguous())
                .extracting(AmbiguousPerson::fullName)
                .containsExactly("CN=A/O=Acme", "CN=B/O=Acme");
        assertThat(comparison.unexpected()).isEmpty();
    }

    @Test
    void two_people_that_claim_one_recipient_by_different_addresses_are_ambiguous_too() {
        Comparison comparison = new Scene()
                .person("FullName=CN=A/O=Acme, InternetAddress=a@acme.com")
                .person("FullName=CN=B/O=Acme, InternetAddress=b@acme.com")
                .recipient("Both,,a@acme.com,smtp:b@acme.com,,")
                .compare();

        assertThat(comparison.ambiguous()).hasSize(2);
    }

    @Test
    void a_choice_of_one_person_makes_the_claim_of_another_ambiguous() {
        Comparison comparison = new Scene()
                .person("FullName=CN=A/O=Acme, InternetAddress=a@acme.com")
                .person("FullName=CN=B/O=Acme, InternetAddress=b@acme.com")
                .recipient("One,,a@acme.com,,,")
                .recipient("Two,,a@acme.com,smtp:b@acme.com,,")
                .compare();

        assertThat(comparison.ambiguous()).hasSize(2);
        assertThat(comparison.matched()).isZero();
    }

    @Test
    void the_stronger_claim_wins_and_the_weaker_person_tries_the_next_key() {
        Comparison comparison = new Scene()
                .person("FullName=CN=Strong/O=Acme, MailDomain=HQ")
                .person("FullName=CN=Weak/O=Acme, InternetAddress=shared@acme.com, ShortName=weak")
                .person("FullName=CN=Weaker/O=Acme, InternetAddress=shared@acme.com")
                .recipient("Strong,,shared@acme.com,,NOTES:Strong/Acme@HQ,")
                .recipient("Weak,weak,,,,")
                .compare();

        assertThat(comparison.matched()).isEqualTo(2);
        assertThat(comparison.ambiguous()).isEmpty();
        assertThat(comparison.missing()).extracting(MissingPerson::fullName).containsExactly("CN=Weaker/O=Acme");
    }

    @Test
    void a_candidate_that_was_given_away_makes_nobody_ambiguous() {
        Comparison comparison = new Scene()
                .person("FullName=CN=Strong/O=Acme, MailDomain=HQ")
                .person("FullName=CN=Weak/O=Acme, InternetAddress=shared@acme.com")
                .recipient("Strong,,,smtp:shared@acme.com,NOTES:Strong/Acme@HQ,")
                .recipient("Weak,,shared@acme.com,,,")
                .compare();

        assertThat(comparison.matched()).isEqualTo(2);
    }

    @Test
    void a_recipient_in_an_ambiguity_is_no_candidate_for_a_weaker_key() {
        Comparison comparison = new Scene()
                .person("FullName=CN=A/O=Acme, InternetAddress=x@acme.com")
                .person("FullName=CN=B/O=Acme, InternetAddress=x@acme.com")
                .person("FullName=CN=C/O=Acme, ShortName=x")
                .recipient("X,x,x@acme.com,,,")
                .compare();

        assertThat(comparison.ambiguous()).hasSize(2);
        assertThat(comparison.missing()).extracting(MissingPerson::fullName).containsExactly("CN=C/O=Acme");
    }

    @Test
    void a_long_list_of_candidates_is_cut() {
        Scene scene = new Scene().person(JANE);
        for (int i = 0; i < 1_250; i++) {
            scene.recipient(String.format(java.util.Locale.ROOT, "%04d,jdoe,,,,", i));
        }

        List<String> recipients = scene.compare().ambiguous().get(0).recipients();

        assertThat(recipients).hasSize(11).last().isEqualTo("and 1,240 more");
    }

    @Test
    void turkish_and_composed_characters_fold_the_same_everywhere() {
        Comparison comparison = new Scene()
                .person("FullName=CN=Zoë Ilk/O=Acme, MailDomain=HQ")
                .recipient(",,,,NOTES:ZOE\u0308 ILK/ACME@hq,")
                .compare();

        assertThat(comparison.matched()).isEqualTo(1);
    }

    @Test
    void distribution_groups_are_counted_and_left_out() {
        Comparison comparison = new Scene()
                .columns("Alias,RecipientTypeDetails")
                .person("FullName=CN=All/O=Acme, ShortName=all")
                .recipient("all,MailUniversalDistributionGroup")
                .compare();

        assertThat(comparison.compared().groups()).isEqualTo(1);
        assertThat(comparison.missing()).hasSize(1);
        assertThat(comparison.unexpected()).isEmpty();
    }
}
