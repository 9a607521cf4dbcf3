package dirsh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.packed.EqualHashes;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipientIndexTest {

    private static final List<String> EQUAL = EqualHashes.two(number -> "p" + number + "@acme.com");

    @Test
    void two_addresses_of_a_recipient_lead_to_different_people_even_if_their_hashes_are_equal() {
        String first = EQUAL.get(0);
        String second = EQUAL.get(1);
        Comparison comparison = new Scene()
                .person("FullName=CN=Ann Lee/O=Acme, InternetAddress=" + first)
                .recipient("Before,,before@acme.com,,,")
                .recipient("Both,,%s,smtp:%s,,".formatted(first, second))
                .recipient("Second,,%s,,,".formatted(second))
                .compare();

        assertThat(comparison.ambiguous()).isEmpty();
        assertThat(comparison.matched()).isOne();
        assertThat(comparison.unexpected())
                .extracting(UnexpectedRecipient::displayName)
                .containsExactly("Before", "Second");
    }

    @Test
    void who_was_read_before_and_after_such_a_recipient_is_found() {
        Comparison comparison = new Scene()
                .person("FullName=CN=Ann Lee/O=Acme, InternetAddress=before@acme.com")
                .person("FullName=CN=Bob Ray/O=Acme, InternetAddress=after@acme.com")
                .person("FullName=CN=Eve Moss/O=Acme, InternetAddress=" + EQUAL.get(1))
                .recipient("Before,,before@acme.com,,,")
                .recipient("Both,,%s,smtp:%s,,".formatted(EQUAL.get(0), EQUAL.get(1)))
                .recipient("After,,after@acme.com,,,")
                .compare();

        assertThat(comparison.matched()).isEqualTo(3);
        assertThat(comparison.unexpected()).isEmpty();
    }
}
