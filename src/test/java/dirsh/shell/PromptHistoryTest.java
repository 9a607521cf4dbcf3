package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PromptHistoryTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            textBlock =
                    """
            open x --password hunter2 --as a          => open x --password *** --as a
            open x --bind-password="a b" --as c       => open x --bind-password=*** --as c
            x = [password: 'geheim', a: 1]            => x = [password: ***, a: 1]
            exchange ldap://cn=a:geh:eim@host/o=x     => exchange ldap://cn=a:***@host/o=x
            exchange ldap://host:389/o=x              => exchange ldap://host:389/o=x
            find Password="x" & A                     => find Password=*** & A
            diagnose --cause blank                    => diagnose --cause blank
            """)
    void secrets_are_kept_out_of(String line, String kept) {
        assertThat(PromptHistory.masked(line)).isEqualTo(kept);
    }
}
