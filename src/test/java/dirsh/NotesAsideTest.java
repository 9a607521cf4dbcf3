package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesAsideTest {

    @Test
    void what_the_named_thread_prints_goes_aside_and_the_rest_to_standard_output() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream aside = new ByteArrayOutputStream();
        PrintStream print =
                new PrintStream(new NotesAside("of-the-library", out, aside), false, StandardCharsets.UTF_8);
        Thread thread = new Thread(() -> print.println("Initializing"), "of-the-library");
        print.print("[");
        thread.start();
        thread.join();
        print.print("]");
        print.write('!');
        print.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[]!");
        assertThat(aside.toString(StandardCharsets.UTF_8)).isEqualTo("Initializing" + System.lineSeparator());
    }
}
