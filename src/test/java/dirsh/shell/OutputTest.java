package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import dirsh.model.MappedList;
import dirsh.report.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputTest {

    private static final int MANY = 100_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int made;

    private static void show(OutputStream to, Object value) {
        PrintStream out = new PrintStream(to, false, StandardCharsets.UTF_8);
        StreamConsole console = new StreamConsole(out, false, null, Asking.NOBODY);
        new Output(out, console, Screen.none(), Format.JSON, Pager.NONE)
                .show(new Result(value, Optional.empty(), false, 0, null));
    }

    /** Elements of which one cannot be made. */
    private List<String> brokenAt(int number) {
        return new MappedList<>(Collections.nCopies(MANY, "a\uD83D\uDE00"), text -> {
            if (++made == number) {
                throw DirshException.failed("the book is gone", "open it again", null);
            }
            return text;
        });
    }

    @Test
    void what_fails_soon_leaves_nothing_on_standard_output() {
        assertThatThrownBy(() -> show(bytes, brokenAt(1000))).hasMessage("the book is gone");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_long_result_is_printed_while_it_is_made() {
        assertThatThrownBy(() -> show(bytes, brokenAt(MANY))).hasMessage("the book is gone");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .startsWith("[", "  \"a\uD83D\uDE00\",")
                .hasSizeBetween(90_000, MANY);
    }

    @Test
    void a_long_result_is_printed_whole() {
        show(bytes, brokenAt(0));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("[\n" + "  \"a\uD83D\uDE00\",\n".repeat(MANY - 1) + "  \"a\uD83D\uDE00\"\n]\n");
    }

    @Test
    void nothing_more_is_made_once_nobody_reads_it() throws IOException {
        OutputStream closed = OutputStream.nullOutputStream();
        closed.close();

        show(closed, brokenAt(0));

        assertThat(made).isPositive().isLessThan(MANY / 2);
    }
}
