package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldedTest {

    /** ASCII with its blanks, letters with marks in both spellings, signs whose case is special, blanks beyond ASCII. */
    private static final String ALPHABET =
            "aZ09 \t\u001F\u000B@./=äÄßéÉ\u0301\u0308\u030AÅ\u212B\u0130\u0131\u1E9E山\uFF11\u2003\u00A0\u02BC";

    @Test
    void every_text_is_stripped_composed_and_in_small_letters() {
        Random random = new Random(30);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            int letters = round % 2 == 0 ? 12 : ALPHABET.length();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append(ALPHABET.charAt(random.nextInt(letters)));
            }
            String expected = Normalizer.normalize(text.toString().strip(), Normalizer.Form.NFC)
                    .toLowerCase(Locale.ROOT);
            assertThat(Folded.of(text.toString())).as("of '%s'", text).isEqualTo(expected);
            assertThat(Folded.bytes(text.toString())).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void texts_are_equal_in_any_case_and_spelling_and_no_others() {
        assertThat(Folded.equal(" Jürgen", "JU\u0308RGEN ")).isTrue();
        assertThat(Folded.equal("Jürgen", "Jurgen")).isFalse();
    }
}
