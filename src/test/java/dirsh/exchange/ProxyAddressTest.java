package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProxyAddressTest {

    @Test
    void a_plain_address_has_one_at_and_nothing_that_parts_or_quotes() {
        Pattern plain = Pattern.compile("[^\\s@;,|:=/<>\"]+@[^\\s@;,|:=/<>\"]+");
        String alphabet = "aZ5.-_ü@@@ ;,|:=/<>\"\t\u000B";
        Random random = new Random(31);
        int met = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            int letters = round % 2 == 0 ? 9 : alphabet.length();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(letters)));
            }
            boolean expected = plain.matcher(text).matches();
            met += expected ? 1 : 0;
            assertThat(ProxyAddress.isPlain(text.toString())).as("'%s'", text).isEqualTo(expected);
        }
        assertThat(met).isGreaterThan(1000);
    }

    @Test
    void a_type_is_a_word_of_at_most_16_before_a_colon_and_a_value_save_of_a_part_of_an_x400_address() {
        Pattern typed = Pattern.compile("(?!(?i:DDA:))[A-Za-z][A-Za-z0-9]{0,15}:\\s*+\\S.*", Pattern.DOTALL);
        List<String> parts =
                List.of("D", "d", "DDA", "Dda:", "A", "smtp", "X400", "MS", "0", "ü", "-", ":", ":", ":", " ", "x@y");
        Random random = new Random(37);
        int met = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i > 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            boolean expected = typed.matcher(text).matches();
            met += expected ? 1 : 0;
            assertThat(ProxyAddress.beginsWithType(text.toString()))
                    .as("'%s'", text)
                    .isEqualTo(expected);
        }
        assertThat(met).isGreaterThan(1000);
    }
}
