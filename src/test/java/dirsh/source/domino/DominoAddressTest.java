package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DominoAddressTest {

    @Test
    void server_and_path_stand_on_either_side_of_two_exclamation_marks() {
        assertThat(DominoAddress.parse("domino:CN=Hub1/O=Acme!!dir\\names.nsf"))
                .isEqualTo(new DominoAddress("CN=Hub1/O=Acme", "dir\\names.nsf"));
    }

    @Test
    void without_a_server_the_database_is_local() {
        assertThat(DominoAddress.parse("Domino:!!names.nsf")).isEqualTo(new DominoAddress("", "names.nsf"));
    }

    @Test
    void an_address_is_shown_as_it_is_opened() {
        assertThat(DominoAddress.parse("DOMINO: Hub1/Acme !! names.nsf ")).hasToString("domino:Hub1/Acme!!names.nsf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domino:", "domino:Hub1/Acme", "domino:Hub1/Acme!!", "domino:Hub1/Acme!names.nsf"})
    void an_address_without_a_path_is_refused(String address) {
        assertThatThrownBy(() -> DominoAddress.parse(address)).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.problem()).isEqualTo("'" + address + "' does not name a server and a database");
            assertThat(e.tryThis()).startsWith("open domino:");
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
        });
    }
}
