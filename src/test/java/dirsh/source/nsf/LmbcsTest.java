package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LmbcsTest {

    private final Lmbcs lmbcs = new Lmbcs();

    private String decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return lmbcs.decode(NsfBytes.of(bytes, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "4A 61 6E 65, Jane",
        "31, 1",
        "7F, \u007F",
        // Group 1 without its byte: code page 850.
        "84 81 94 E1, äüöß",
        "01 84, ä",
        "03 E0, א",
        "04 C7, ا",
        "05 C6, Ж",
        "06 9F, č",
        "08 F0, ğ",
        "0B A1, ก",
        "0F A0, \u00A0",
        "10 8F E3 10 8A 43, 上海",
        "10 10 B1, ｱ",
        "11 B0 A1, 가",
        "12 A4 A4, 中",
        "13 B1 B1 13 BE A9, 北京",
        "14 20 AC, €",
        "14 F6 01, Ā",
        "14 D8 3D 14 DE 00, 😀"
    })
    void bytes_stand_for_characters(String hex, String text) {
        assertThat(decode(hex)).isEqualTo(text);
        assertThat(lmbcs.tellFlawed()).isFalse();
    }

    @Test
    void line_breaks_and_tabs_are_characters() {
        assertThat(decode("41 00 42 09 43 0A 44 0D")).isEqualTo("A\nB\tC\nD\r");
        assertThat(decode("19 0F 21")).isEqualTo("\u0019\u0001");
        assertThat(lmbcs.tellFlawed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // No Java character set for Greek, unknown groups, nothing in the code page, cut off sequences.
        "02 80, \uFFFD",
        "41 07 42, A\uFFFDB",
        "0F 10, \uFFFD",
        "41 10 8F, A\uFFFD",
        "41 14, A\uFFFD",
        "01, \uFFFD",
        "13 FF FF, \uFFFD"
    })
    void what_stands_for_nothing_is_replaced_and_told(String hex, String text) {
        assertThat(decode(hex)).isEqualTo(text);
        assertThat(lmbcs.tellFlawed()).isTrue();
        assertThat(lmbcs.tellFlawed()).isFalse();
    }

    @Test
    void the_character_sets_of_all_groups_but_Greek_are_in_this_runtime() {
        assertThat(Arrays.stream(LmbcsGroup.values()).filter(group -> !CharacterTable.isKnown(group.charset())))
                .containsExactly(LmbcsGroup.GREEK);
    }

    @Test
    void the_groups_that_real_files_have_are_marked_as_verified() {
        assertThat(Arrays.stream(LmbcsGroup.values()).filter(LmbcsGroup::isVerified))
                .containsExactly(LmbcsGroup.LATIN_1, LmbcsGroup.JAPANESE, LmbcsGroup.SIMPLIFIED_CHINESE);
    }
}
