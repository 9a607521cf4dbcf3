package dirsh.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.sample.Culture.Word;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FullNameTest {

    @Test
    void nobody_shares_a_name_a_short_name_or_an_address() {
        Set<String> names = new HashSet<>();
        Set<String> shortNames = new HashSet<>();
        Set<String> mailNames = new HashSet<>();
        int people = 120_000;
        for (int i = 0; i < people; i++) {
            FullName name = FullName.of(42, i);
            names.add(name.common());
            shortNames.add(name.shortName());
            mailNames.add(name.mailName());
        }
        assertThat(names).hasSize(people);
        assertThat(shortNames).hasSize(people);
        assertThat(mailNames).hasSize(people);
    }

    @Test
    void the_words_can_be_told_apart_in_ascii() {
        assertThat(Culture.ALL).allSatisfy(culture -> assertThat(culture.first())
                .extracting(Word::ascii)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]+")));
        assertThat(Culture.ALL.stream().flatMap(culture -> culture.last().stream()))
                .extracting(Word::ascii)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]+"));
    }
}
