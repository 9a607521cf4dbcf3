package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            ''          => 0
            a/b         => 2
            a//b        => 3
            abcd        => 1
            abcde       => 2
            abcdefghi/b => 4
            名前名       => 2
            """)
    void a_text_needs_so_many_lines_of_four_columns(String text, int height) {
        ScreenLines lines = new ScreenLines(text.replace('/', '\n'), 4);
        assertThat(lines.fit(height)).isTrue();
        assertThat(height == 0 || !lines.fit(height - 1)).isTrue();
    }

    @Test
    void colours_take_no_room() {
        assertThat(new ScreenLines("\u001B[1mabcd\u001B[0m", 4).fit(1)).isTrue();
    }

    @Test
    void what_is_cut_is_told_in_the_last_line() {
        ScreenLines lines = new ScreenLines("a\nb\nccccc\nd\n", 4);
        assertThat(lines.cut(5)).isEqualTo("a\nb\nccccc\nd\n");
        assertThat(lines.cut(4)).isEqualTo("a\nb\n(2 more lines)\n");
        assertThat(new ScreenLines("a\nb\nc", 4).cut(2)).isEqualTo("a\n(2 more lines)\n");
    }
}
