package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesNameTest {

    @ParameterizedTest
    @CsvSource({
        "CN=Ralph Jones/OU=Sales/O=Acme, Ralph Jones/Sales/Acme",
        "CN=Ralph Jones/Sales/O=Acme, Ralph Jones/Sales/Acme",
        "Ralph Jones, Ralph Jones",
        "CN=a=b/O=, a=b/",
        "/O=Acme/, /Acme/",
        "'', ''"
    })
    void the_abbreviated_name_has_no_labels(String canonical, String abbreviated) {
        assertThat(new NotesName(canonical).abbreviated()).isEqualTo(abbreviated);
    }
}
