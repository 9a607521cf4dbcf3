package dirsh.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextPatternTest {

    private static boolean matches(String pattern, String text) {
        return TextPattern.of(pattern).orElseThrow().matches(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ABC, abc",
        "A?C, abC",
        "???, 山😀z",
        "*, ''",
        "a*, a",
        "*b*, abc",
        "+?, anything",
        "+?, ''",
        "+?{A-Z}, endS",
        "+{!A-Z}, no capital",
        "+{!A-Z}, ''",
        "{ABC}{ABC}, CA",
        "{A-FL-R}, M",
        "{?*+}, *",
        "{a-}, -",
        "+a, aAa",
        "\\?\\*, ?*",
        "a\\\\b, a\\b",
        "'', ''"
    })
    void these_match(String pattern, String text) {
        assertThat(matches(pattern, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ABC, abcd",
        "A?C, ac",
        "{ABC}{ABC}, ca",
        "{A-FL-R}, G",
        "{!A-Z}, Q",
        "+{!A-Z}, one Capital",
        "\\?, x",
        "'', a",
        "?, ''"
    })
    void these_do_not(String pattern, String text) {
        assertThat(matches(pattern, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "a|b", "!a", "{abc", "{}", "{!}", "a\\", "+", "++a", "}"})
    void what_is_not_well_formed_or_not_in_the_subset_is_no_pattern(String pattern) {
        assertThat(TextPattern.of(pattern)).isEmpty();
    }

    @Test
    void no_pattern_takes_long() {
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(matches("*a".repeat(50) + "b", "a".repeat(2000)))
                        .isFalse());
    }
}
