package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What holds for every source file, Groovy included. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceFilesTest {

    private static final int MOST_LINES = 400;

    /** In two parts, or this file would not pass its own test. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private static final Pattern NAMELESS =
            Pattern.compile("(\\w*(Utils?|Helper|Manager|Impl)|Abstract\\w*|I[A-Z]\\w*)(Test)?\\.java");

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() throws IOException {
        List<String> unfinished = new ArrayList<>();
        for (Path file : sources()) {
            Files.readAllLines(file).stream()
                    .filter(line -> UNFINISHED.matcher(line).find())
                    .forEach(line -> unfinished.add(file + ": " + line.strip()));
        }
        assertThat(unfinished).isEmpty();
    }

    @Test
    void no_file_has_a_name_that_says_nothing() throws IOException {
        // The signatures bear the names of the library they stand for.
        Path signatures = Workplace.ROOT.resolve("src/signatures");
        assertThat(sources())
                .filteredOn(file -> !file.startsWith(signatures))
                .extracting(file -> file.getFileName().toString())
                .noneMatch(name -> NAMELESS.matcher(name).matches());
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src", "plugins", "scripts")) {
            try (Stream<Path> files = Files.walk(Workplace.ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")
                                || file.toString().endsWith(".groovy"))
                        .forEach(sources::add);
            }
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }
}
