package dirsh.connector.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long lines of what expressions like to try again: none takes time by the square of its length. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileLogTest {

    private static final String ENTRY = "2003/05/06 10:00:00- DXANOTES(0342) 4 41116:";

    /** Hours by expressions that give back what they took, a second without. */
    private static final Duration PLENTY = Duration.ofSeconds(60);

    private static final int LONG = 16_000;
    private static final int LINES = 400;

    private static final List<String> PIECES = List.of(
            " ",
            "\t",
            ">>",
            ">> a",
            "(1",
            "NOTES:",
            "NOTES:x@",
            "a",
            "1-",
            "abcdef12-",
            "id = ",
            "id = 0x",
            "2003/05/06 10:00:00- ",
            "DXANOTES(",
            "\u00A0");

    private final Random random = new Random(41116);

    @TempDir
    private Path folder;

    private LogSummary summary(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("dx.log"), text);
        return LogSummary.of(new LogFile("dx.log", file), new Cancellation());
    }

    @Test
    void lines_of_one_piece_again_and_again_are_read_in_time() throws IOException {
        StringBuilder text = new StringBuilder(ENTRY + "x\n");
        for (int n = 0; n < LINES; n++) {
            String piece = PIECES.get(n % PIECES.size());
            String most = piece.repeat(LONG / piece.length());
            text.append(n % 2 == 0 ? ENTRY + "x" : "").append(most).append("y\n");
        }
        LogSummary log = assertTimeoutPreemptively(PLENTY, () -> summary(text.toString()));
        assertThat(log.entries()).isGreaterThanOrEqualTo(LINES / 2);
    }

    @Test
    void lines_of_any_pieces_are_read_in_time() throws IOException {
        StringBuilder text = new StringBuilder(ENTRY + "x\n");
        for (int n = 0; n < LINES; n++) {
            StringBuilder line = new StringBuilder(random.nextBoolean() ? ENTRY : "");
            while (line.length() < LONG) {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                line.append(piece.repeat(1 + random.nextInt(LONG / 2 / piece.length())));
            }
            text.append(line).append('\n');
        }
        assertThat(assertTimeoutPreemptively(PLENTY, () -> summary(text.toString()))
                        .entries())
                .isPositive();
    }

    @Test
    void the_module_at_the_end_is_left_out_however_it_is_spaced() throws IOException {
        for (String end : List.of(" >> dxamex(7)", ">>dxamex (7)  ", "\n >> dxamex(7)")) {
            LogSummary log = summary(ENTRY.replace("41116", "99999") + "a >> b" + end + "\n");
            assertThat(log.codes().get(0).what()).as(end).isEqualTo("a >> b");
        }
    }

    @Test
    void a_request_to_stop_is_heard_within_a_line_that_never_ends() {
        Cancellation cancellation = new Cancellation();
        Reader endless = new Reader() {
            private int given;

            @Override
            public int read() {
                given++;
                if (given == 10_000) {
                    cancellation.request();
                }
                assertThat(given).isLessThan(10_000_000);
                return ' ';
            }

            @Override
            public int read(char[] into, int from, int length) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> new LogLines(endless, cancellation).next())
                .isInstanceOf(DirshException.class)
                .hasMessage("interrupted");
    }
}
