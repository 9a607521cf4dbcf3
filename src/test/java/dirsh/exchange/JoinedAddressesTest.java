package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JoinedAddressesTest {

    private static final String NOTES = "NOTES:Denise Graham/Sales/Acme Corp@Acme-HQ";
    private static final String X400 = "X400:c=US;a= ;p=Acme;o=Exchange;s=Graham;g=Denise;";
    private static final String X500 = "X500:/o=Acme/ou=First Administrative Group/cn=Recipients/cn=dgraham";

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "|", " ", "; ", ", ", " | ", "\n", "\r\n", ";;"})
    void every_joiner_parts_addresses_of_every_type(String joiner) {
        String cell = String.join(joiner, "SMTP:dg@acme.com", NOTES, X500, "smtp:denise@acme.com", NOTES);

        assertThat(split(cell)).containsExactly("SMTP:dg@acme.com", NOTES, X500, "smtp:denise@acme.com", NOTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "|", " ", "; "})
    void addresses_without_a_type_are_internet_addresses(String joiner) {
        assertThat(split(String.join(joiner, "a@acme.com", "b@acme.com", "SMTP:c@acme.com", "d@acme.com")))
                .containsExactly("smtp:a@acme.com", "smtp:b@acme.com", "SMTP:c@acme.com", "smtp:d@acme.com");
    }

    @Test
    void semicolons_inside_an_x400_address_part_nothing() {
        assertThat(split(X400 + ";SMTP:dg@acme.com")).containsExactly(X400, "SMTP:dg@acme.com");
        assertThat(split("SMTP:dg@acme.com;" + X400)).containsExactly("SMTP:dg@acme.com", X400);
        assertThat(split("X400:c=US;a= ;p=Acme;DDA:SMTP=dg(a)acme.com;|smtp:x@acme.com"))
                .containsExactly("X400:c=US;a= ;p=Acme;DDA:SMTP=dg(a)acme.com;", "smtp:x@acme.com");
    }

    @Test
    void the_last_word_of_a_notes_address_is_no_internet_address() {
        assertThat(split(NOTES)).containsExactly(NOTES);
        assertThat(split(NOTES + " smtp:dg@acme.com")).containsExactly(NOTES, "smtp:dg@acme.com");
        assertThat(split(NOTES + ";dg@acme.com")).containsExactly(NOTES, "smtp:dg@acme.com");
    }

    @Test
    void a_comma_inside_a_notes_name_parts_nothing() {
        assertThat(split("NOTES:Graham, Denise/Acme@HQ,smtp:dg@acme.com"))
                .containsExactly("NOTES:Graham, Denise/Acme@HQ", "smtp:dg@acme.com");
    }

    @Test
    void what_is_no_address_is_left_out() {
        assertThat(split("")).isEmpty();
        assertThat(split(" ; ,")).isEmpty();
        assertThat(split("Microsoft.Exchange.Data.ProxyAddressCollection")).isEmpty();
        assertThat(split("SMTP:;smtp:a@acme.com;")).containsExactly("smtp:a@acme.com");
    }

    private static List<String> split(String cell) {
        return JoinedAddresses.split(cell).stream()
                .flatMap(text -> ProxyAddress.parse(text).stream())
                .map(ProxyAddress::toString)
                .toList();
    }
}
