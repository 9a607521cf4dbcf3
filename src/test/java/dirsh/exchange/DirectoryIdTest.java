package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F7AFA2E9B053F1DB852567BE004A3F83",
                "f7afa2e9b053f1db852567be004a3f83",
                "f7afa2e9-b053-f1db-8525-67be004a3f83",
                "{F7AFA2E9-B053-F1DB-8525-67BE004A3F83}",
                "f7afa2e9-b053f1db-852567be-4a3f83",
                " f7afa2e9-b053f1db-852567be-4a3f83 "
            })
    void reads_thirty_two_digits_and_four_groups_without_leading_zeros(String text) {
        assertThat(DirectoryId.parse(text).orElseThrow()).hasToString("F7AFA2E9B053F1DB852567BE004A3F83");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "jdoe", "f7afa2e9-b053f1db-852567be", "f7afa2e9b-53f1db-852567be-4a3f83", "1-2-3-x"})
    void anything_else_is_no_id(String text) {
        assertThat(DirectoryId.parse(text)).isEmpty();
    }

    @Test
    void one_group_of_zero_counts() {
        assertThat(DirectoryId.parse("1-0-0-2").orElseThrow()).hasToString("00000001000000000000000000000002");
    }
}
