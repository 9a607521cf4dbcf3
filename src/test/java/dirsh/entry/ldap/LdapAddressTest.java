package dirsh.entry.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LdapAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ldap://dc1                                  | dc1 | 389  |           | -
            ldaps://dc1                                 | dc1 | 636  |           | -
            LDAP://dc1:3268/dc=acme,dc=com              | dc1 | 3268 | dc=acme,dc=com | -
            ldap://dc1/o=Acme?(mail=*)                  | dc1 | 389  | o=Acme    | (mail=*)
            ldap://dc1/o=Acme?mail=*                    | dc1 | 389  | o=Acme    | (mail=*)
            ldap://dc1/o=Acme?cn,mail?sub?(mail=*)      | dc1 | 389  | o=Acme    | (mail=*)
            ldap://dc1/o=Acme???(cn=a?b)                | dc1 | 389  | o=Acme    | (cn=a?b)
            ldap://dc1?(cn=*)                           | dc1 | 389  |           | (cn=*)
            ldap://[::1]:1389/ou=A%2fB%20%C3%A9,o=Acme  | ::1 | 1389 | ou=A/B é,o=Acme | -
            ldap://dc1/o=Acme?%28cn=50%25%29            | dc1 | 389  | o=Acme    | (cn=50%)
            """)
    void an_address_has_server_port_base_and_filter(String text, String host, int port, String base, String filter) {
        LdapAddress address = LdapAddress.parse(text);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.base()).isEqualTo(base == null ? "" : base);
        assertThat(address.filter().orElse("-")).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ldap:///o=Acme           | there is no server in
            ldap://dc1:x/o=Acme      | x
            ldap://dc1:70000/o=Acme  | 70000
            ldap://[::1/o=Acme       | has no closing bracket
            ldap://dc1/o=%zz         | a percent sign in an LDAP address is followed by two hexadecimal digits
            ldap://dc1/o=%ff         | the percent escapes of the LDAP address are no UTF-8
            """)
    void what_is_no_address_is_refused(String text, String message) {
        assertThatThrownBy(() -> LdapAddress.parse(text)).hasMessageContaining(message);
    }

    @Test
    void a_password_in_an_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> LdapAddress.parse("ldap://reader:SECRET@dc1/o=Acme"))
                .hasMessage("an LDAP address holds no user and no password: they would stay in the history");
    }

    @Test
    void the_name_is_that_of_the_base_or_the_server() {
        assertThat(LdapAddress.parse("ldap://dc1.acme.com/ou=Staff,o=Acme").name())
                .isEqualTo("Staff");
        assertThat(LdapAddress.parse("ldap://dc1.acme.com").name()).isEqualTo("dc1.acme.com");
    }
}
