package dirsh.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.compare.AtRiskPerson;
import dirsh.compare.Difference;
import dirsh.compare.UnexpectedRecipient;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.NoteKind;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The small books that examples run over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BooksTest {

    private static Path file(String name) throws URISyntaxException {
        return Path.of(BooksTest.class.getResource("/dirsh/books/" + name).toURI());
    }

    @Test
    void acme_has_one_person_for_each_main_cause() throws URISyntaxException {
        Scanned acme = Scanned.of(file("acme.dxl"), file("acme.csv"));
        assertThat(acme.problems()).isEmpty();
        assertThat(acme.diagnosis().findings(false))
                .extracting(Finding::cause)
                .containsExactly(
                        Cause.ITEM_MISSING,
                        Cause.ITEM_MISSING,
                        Cause.NOT_SUMMARY,
                        Cause.LABEL_STORED,
                        Cause.WRONG_TYPE,
                        Cause.STRAY_CHARACTERS,
                        Cause.DUPLICATE_ITEMS,
                        Cause.DUPLICATE_ITEMS,
                        Cause.PLACEHOLDER,
                        Cause.SEALED,
                        Cause.BLANK,
                        Cause.GENUINE_NO,
                        Cause.CONFLICT_DOCUMENT);
        assertThat(acme.diagnosis().findings(false).stream()
                        .filter(Finding::offered)
                        .map(Finding::fullName))
                .containsExactly(
                        "CN=Mia Lang/O=Acme",
                        "CN=Ida Novak/O=Acme",
                        "CN=Uwe Lang/O=Acme",
                        "CN=Eva Krüger/O=Acme",
                        "CN=Li Wei/O=Acme",
                        "CN=Ann Lee/O=Acme",
                        "CN=Zoë Hart/O=Acme");
        assertThat(acme.diagnosis().of(NoteKind.PERSON).exported()).isEqualTo(2);
        assertThat(acme.diagnosis().of(NoteKind.GROUP).leftOut()).containsOnlyKeys(Cause.NOT_SUMMARY);
    }

    @Test
    void acme_differs_from_exchange_in_one_of_each_way() throws URISyntaxException {
        var comparison = Scanned.of(file("acme.dxl"), file("acme.csv")).comparison();
        assertThat(comparison.matched()).isEqualTo(3);
        assertThat(comparison.missing()).hasSize(11);
        assertThat(comparison.ambiguous()).isEmpty();
        assertThat(comparison.atRisk()).extracting(AtRiskPerson::fullName).containsExactly("CN=Uwe Lang/O=Acme");
        assertThat(comparison.unexpected())
                .extracting(UnexpectedRecipient::displayName)
                .containsExactly("Gus Gone");
        assertThat(comparison.different()).extracting(Difference::to).containsExactly("Logistics");
    }

    @Test
    void two_people_are_called_doe() throws URISyntaxException {
        Scanned does = Scanned.of(file("two-does.dxl"), file("acme.csv"));
        assertThat(does.problems()).isEmpty();
        assertThat(does.diagnosis().findings()).isEmpty();
        assertThat(does.diagnosis().of(NoteKind.PERSON).exported()).isEqualTo(3);
    }
}
