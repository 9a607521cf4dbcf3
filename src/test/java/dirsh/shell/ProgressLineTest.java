package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressLineTest {

    private static final String ERASE = "\r\u001B[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final AtomicLong millis = new AtomicLong();

    private StreamConsole console(int width) {
        Screen screen = new Screen(true, false, true, () -> width, () -> 0);
        ProgressLine line = new ProgressLine(stream, screen, () -> millis.get() * 1_000_000);
        return new StreamConsole(stream, false, line, Asking.NOBODY);
    }

    private void at(long time, StreamConsole console, long done) {
        millis.set(time);
        console.progress("scan", done, 1_000);
    }

    @Test
    void it_appears_after_half_a_second_and_goes_before_other_output() {
        StreamConsole console = console(80);
        at(0, console, 0);
        at(400, console, 100);
        at(500, console, 250);
        at(550, console, 300);
        at(1_000, console, 500);
        console.note("opened");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(ERASE + "scan: 25 % (250 of 1,000), 2 s left" + ERASE + "scan: 50 % (500 of 1,000), 1 s left"
                        + ERASE + "opened\n");
    }

    @Test
    void it_fits_a_narrow_terminal() {
        StreamConsole console = console(12);
        at(0, console, 0);
        at(900, console, 500);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(ERASE + "scan: 50 % ");
    }

    @Test
    void quick_work_shows_nothing() {
        StreamConsole console = console(80);
        at(0, console, 0);
        at(300, console, 1_000);
        console.clearProgress();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
