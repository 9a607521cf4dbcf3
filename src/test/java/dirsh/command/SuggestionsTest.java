package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestionsTest {

    private static final List<String> WORDS = List.of("compare", "plan", "apply", "diagnose", "in");

    @Test
    void a_letter_too_few_too_many_wrong_or_swapped_is_recognised() {
        assertThat(Suggestions.nearest("compre", WORDS)).contains("compare");
        assertThat(Suggestions.nearest("comparee", WORDS)).contains("compare");
        assertThat(Suggestions.nearest("conpare", WORDS)).contains("compare");
        assertThat(Suggestions.nearest("palns", List.of("plans"))).contains("plans");
        assertThat(Suggestions.nearest("DIAGNOSE", WORDS)).contains("diagnose");
    }

    @Test
    void a_word_too_far_from_all_gets_no_suggestion() {
        assertThat(Suggestions.nearest("frobnicate", WORDS)).isEmpty();
        assertThat(Suggestions.nearest("xyz", WORDS)).isEmpty();
        assertThat(Suggestions.nearest("", List.of())).isEmpty();
    }

    @Test
    void of_equally_near_words_the_first_wins() {
        assertThat(Suggestions.nearest("pla", List.of("plan", "play"))).contains("plan");
    }

    @Test
    void the_clause_of_an_error_is_empty_without_a_suggestion() {
        assertThat(Suggestions.didYouMean("aply", WORDS)).isEqualTo("; did you mean 'apply'?");
        assertThat(Suggestions.didYouMean("quux", WORDS)).isEmpty();
    }
}
