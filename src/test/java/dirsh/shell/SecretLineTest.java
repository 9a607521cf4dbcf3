package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretLineTest {

    @Test
    void a_line_is_taken_as_typed_with_corrections() throws IOException {
        assertThat(SecretLine.read(new StringReader("se\u007Fsame\rrest")))
                .hasValueSatisfying(secret -> assertThat(secret).containsExactly("ssame".toCharArray()));
        assertThat(SecretLine.read(new StringReader("x".repeat(100) + "\n")))
                .hasValueSatisfying(secret -> assertThat(secret).hasSize(100));
    }

    @Test
    void who_gives_up_gives_no_secret() throws IOException {
        assertThat(SecretLine.read(new StringReader("half"))).isEmpty();
        assertThat(SecretLine.read(new StringReader("\u0004"))).isEmpty();
    }

    @Test
    void control_c_ends_the_command() {
        assertThatThrownBy(() -> SecretLine.read(new StringReader("ha\u0003lf\n")))
                .isInstanceOfSatisfying(DirshException.class, e -> assertThat(e.outcome())
                        .isEqualTo(DirshException.Outcome.INTERRUPTED))
                .hasMessage("interrupted");
    }
}
