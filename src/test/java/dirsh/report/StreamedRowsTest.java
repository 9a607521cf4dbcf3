package dirsh.report;

import static dirsh.report.TestAnswers.row;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.MappedList;
import dirsh.model.Page.Section;
import dirsh.model.Row;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Two hundred thousand rows, of which neither the renderer nor the test ever has more than a few. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamedRowsTest {

    private static final int MANY = 200_000;

    private final Counting out = new Counting();
    private int made;
    private int madeAfterTheOneBefore;

    /** Keeps the line that is being written and the number of the last row that was. */
    private static final class Counting implements Appendable {
        private static final Pattern NAME = Pattern.compile("person (\\d+)");

        private final StringBuilder line = new StringBuilder();
        private int written = -1;
        private int lines;
        private int longest;

        @Override
        public Appendable append(CharSequence text) {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            longest = Math.max(longest, end - start);
            text.subSequence(start, end).chars().forEach(c -> append((char) c));
            return this;
        }

        @Override
        public Appendable append(char c) {
            line.append(c);
            if (c == '\n') {
                lines++;
                Matcher name = NAME.matcher(line);
                written = name.find() ? Integer.parseInt(name.group(1)) : written;
                line.setLength(0);
            }
            return this;
        }
    }

    private List<Map<String, Object>> people() {
        return new MappedList<>(numbers(), number -> {
            made++;
            madeAfterTheOneBefore += number > 0 && out.written == number - 1 ? 1 : 0;
            return row("name", "person " + number, "n", number);
        });
    }

    private static List<Integer> numbers() {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return MANY;
            }
        };
    }

    private void write(Format format, Object value) throws IOException {
        new Renderer(format, 80, false, true).write(value, out);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TABLE", "WIDE"})
    void a_row_is_made_when_the_one_before_it_is_written(Format format) throws IOException {
        write(format, people());

        assertThat(madeAfterTheOneBefore).isEqualTo(MANY - 1);
        assertThat(out.written).isEqualTo(MANY - 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "WIDE"})
    void a_table_is_made_of_rows_that_are_looked_at_once(Format format) throws IOException {
        write(format, people());

        // The first one is also looked at for whether these are rows.
        assertThat(made).isEqualTo(MANY + 1);
        assertThat(out.lines).isEqualTo(1 + MANY + 1);
        assertThat(out.written).isEqualTo(MANY - 1);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_longer_than_a_line_is_ever_held(Format format) throws IOException {
        write(format, people());

        assertThat(out.longest).isLessThan(80);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "YAML"})
    void the_lists_inside_an_answer_are_written_so_too(Format format) throws IOException {
        write(format, new Row(row("count", MANY, "people", people())));

        assertThat(madeAfterTheOneBefore).isEqualTo(MANY - 1);
        assertThat(out.written).isEqualTo(MANY - 1);
    }

    @Test
    void the_tables_of_a_page_come_one_after_the_other() throws IOException {
        List<Row> few = List.of(new Row(row("name", "person 7")), new Row(row("name", "person 8")));

        write(
                Format.TABLE,
                new TestAnswers.Overview(Map.of(), List.of(Section.table("A", few), Section.table("B", few))));

        assertThat(out.lines).isEqualTo(4 + 1 + 4);
        assertThat(out.longest).isLessThan(20);
    }

    @Test
    void a_row_may_bring_a_column_that_those_before_it_lack() {
        List<Map<String, Object>> rows = List.of(row("a", 1), row("b", "x", "a", 22), row("c", "y"), row("a", 3));

        assertThat(new Renderer(Format.TABLE, 80, false, true).render(rows))
                .isEqualTo(
                        """
                         a  b  c
                         1
                        22  x
                               y
                         3
                        """);
    }
}
