package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PackedLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a\n", "a\n\nZo\u00EB\r\n", "a\n\uD83D\uDE00 without an end"})
    void a_text_comes_out_as_it_went_in(String text) throws IOException {
        PackedLines lines = new PackedLines();
        lines.append(text);
        StringBuilder out = new StringBuilder();
        lines.writeTo(out);

        assertThat(out).hasToString(text);
        assertThat(new String(lines.bytes().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(lines.beginning(9)).isEqualTo(text);
        assertThat(lines.beginning(1)).isEqualTo(text.replaceFirst("\n(?s:.*)", "\n"));
    }
}
