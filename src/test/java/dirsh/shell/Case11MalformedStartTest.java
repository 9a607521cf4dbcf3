package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prompt whose start file or history is damaged comes up all the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedStartTest {

    @TempDir
    private Path folder;

    private Path home;

    private Path home() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        return home;
    }

    @Test
    void a_start_file_that_is_no_text_is_refused_with_its_line_and_the_prompt_comes_up() throws IOException {
        Files.write(home().resolve("rc"), "1 + 1\n'SECR\u00e4ET'\n".getBytes(StandardCharsets.ISO_8859_1));
        try (Screenful screen = new Screenful(folder, folder, 200, "xterm-256color", Map.of())) {
            screen.shows("rc:2:6: bytes that are not UTF-8").shows("try: dirsh --no-rc");
            screen.type("40 + 5", Screenful.ENTER).endsWith("45\ndirsh>");
        }
    }

    @Test
    void a_damaged_history_leaves_the_prompt() throws IOException {
        byte[] noise = new byte[1 << 14];
        new Random(7).nextBytes(noise);
        Files.write(home().resolve("history"), noise);
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("40 + 5", Screenful.ENTER).endsWith("45\ndirsh>");
        }
    }

    @Test
    void a_history_with_a_line_of_a_megabyte_and_without_times_leaves_the_prompt() throws IOException {
        Files.writeString(home().resolve("history"), "1 + 1\nnotime:x\n99999999999999999999:y\n" + "x".repeat(1 << 20));
        try (Screenful screen = Screenful.plain(folder)) {
            screen.type("40 + 5", Screenful.ENTER).endsWith("45\ndirsh>");
        }
        assertThat(home.resolve("history")).exists();
    }
}
