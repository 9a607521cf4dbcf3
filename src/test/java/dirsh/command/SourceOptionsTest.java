package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceOptionsTest {

    private static final Set<String> DECLARED = Set.of(
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
            "timeout");

    private static SourceOptions given(String name, String value) {
        return SourceOptions.of(new Arguments(DECLARED, Map.of(name, value), null));
    }

    @Test
    void nothing_joins_no_list() {
        assertThat(given("list-separator", "%").listSeparator()).contains("%");
        assertThatThrownBy(() -> given("list-separator", ""))
                .isInstanceOf(DirshException.class)
                .hasMessage("--list-separator takes a sign at least");
    }
}
