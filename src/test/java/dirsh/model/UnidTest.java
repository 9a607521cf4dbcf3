package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnidTest {

    private static final String BEGIN = "F7AFA2E9b053f1db";
    private static final String END = "852567be004a3f8";

    @Test
    void an_id_is_spelt_by_32_hexadecimal_digits_and_nothing_else() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String text = BEGIN + (char) c + END;
            if (HexFormat.isHexDigit(c)) {
                assertThat(Unid.parse(text))
                        .hasValue(new Unid(
                                HexFormat.fromHexDigitsToLong(text, 0, 16),
                                HexFormat.fromHexDigitsToLong(text, 16, 32)));
            } else if (Unid.parse(text).isPresent()) {
                assertThat(text).as("an id").isEmpty();
            }
        }
        assertThat(Unid.parse(BEGIN + END)).isEmpty();
        assertThat(Unid.parse(BEGIN + BEGIN + "0")).isEmpty();
    }
}
