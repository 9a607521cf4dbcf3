package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceOptionsTest {

    private static final Set<String> DECLARED = new TreeSet<>(List.of(
            "charset",
            "separator",
            "quote",
            "list-separator",
            "map",
            "user",
            "password-file",
            "start-tls",
            "trust-store",
            "insecure",
            "timeout"));

    private static SourceOptions options(Map<String, Object> given) {
        return SourceOptions.of(new Arguments(DECLARED, new HashMap<>(given), null));
    }

    @Test
    void a_password_in_clear_text_is_warned_of() {
        SourceOptions named = options(Map.of("user", "cn=Reader"));

        assertThat(named.doubts("LDAP://dc1/o=Acme"))
                .containsExactly(
                        "the password goes over the network in clear text; --start-tls or ldaps:// encrypts it");
        assertThat(named.doubts("LDAPS://dc1/o=Acme")).isEmpty();
        assertThat(options(Map.of("user", "cn=Reader", "start-tls", true)).doubts("ldap://dc1/o=Acme"))
                .isEmpty();
        assertThat(SourceOptions.NONE.doubts("ldap://dc1/o=Acme")).isEmpty();
    }

    @Test
    void an_unchecked_certificate_and_useless_start_tls_are_warned_of() {
        assertThat(options(Map.of("insecure", true)).doubts("ldaps://dc1"))
                .singleElement()
                .asString()
                .startsWith("the server's certificate is not checked");
        assertThat(options(Map.of("start-tls", true)).doubts("ldaps://dc1"))
                .containsExactly("ldaps:// is encrypted already; --start-tls does nothing");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 3601, 99_999_999})
    void time_outs_have_a_range(int seconds) {
        assertThatThrownBy(() -> options(Map.of("timeout", seconds)))
                .hasMessageContaining("--timeout takes 1 to 3600 seconds");
    }

    @Test
    void nothing_joins_no_list() {
        assertThat(options(Map.of("list-separator", "%")).listSeparator()).contains("%");
        assertThatThrownBy(() -> options(Map.of("list-separator", "")))
                .hasMessage("--list-separator takes a sign at least");
    }
}
