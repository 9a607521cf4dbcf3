package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documents show on a terminal is what dirsh shows.
 *
 * <p>The {@code console} blocks of the README and of {@code src/docs} are typed again, each in a folder of its own with
 * the sample books; the commands of a block share the folder. A line {@code …} stands for any number of lines.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptsTest {

    private static final Path README = Workplace.ROOT.resolve("README.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> transcripts_show_what_dirsh_shows() throws IOException {
        return documents().stream()
                .flatMap(document -> transcripts(document).stream())
                .map(transcript -> DynamicTest.dynamicTest(transcript.name(), () -> check(transcript)));
    }

    @Test
    void the_readme_has_a_transcript() {
        assertThat(transcripts(README)).isNotEmpty();
    }

    @Test
    void a_transcript_is_read_step_by_step() {
        Transcript transcript = Transcript.of(
                        "README.md",
                        """
                        Text.
                        ```console
                        $ scripts/dirsh -c 'a
                        b' "c d"
                        one
                        …
                        $ echo $?
                        0
                        ```
                        """)
                .get(0);
        assertThat(transcript.name()).isEqualTo("README.md:2");
        assertThat(transcript.steps())
                .containsExactly(
                        new Transcript.Step("scripts/dirsh -c 'a\nb' \"c d\"", List.of("one", "…")),
                        new Transcript.Step("echo $?", List.of("0")));
        assertThat(ShellWords.of(transcript.steps().get(0).command()))
                .containsExactly("scripts/dirsh", "-c", "a\nb", "c d");
    }

    @Test
    void dots_stand_for_any_number_of_lines() {
        assertThat(Transcript.matches(List.of("a", "…", "c"), List.of("a", "c")))
                .isTrue();
        assertThat(Transcript.matches(List.of("a", "…", "c"), List.of("a", "c", "b", "c")))
                .isTrue();
        assertThat(Transcript.matches(List.of("a", "…", "c"), List.of("a", "c", "b")))
                .isFalse();
        assertThat(Transcript.matches(List.of("a"), List.of("a", "b"))).isFalse();
    }

    @Test
    void ids_of_a_transcript_stand_for_those_of_the_replay() {
        Transcript transcript = Transcript.of(
                        "a test",
                        """
                        ```console
                        $ scripts/dirsh -c 'open acme.dxl; diagnose | plan --limit 1 | apply --yes'
                        opened acme: DXL file acme.dxl, replica 86257A1B0042C0DE, "Acme Directory"
                        run 20250102-030405-abcd: 1 planned: 1 done, 0 refused
                        …
                        $ scripts/dirsh -c 'undo 20250102-030405-abcd --yes'
                        opened acme: DXL file /home/admin/acme.dxl, replica 86257A1B0042C0DE, "Acme Directory"
                        …
                        ```
                        """)
                .get(0);
        check(transcript);
    }

    private void check(Transcript transcript) {
        Path own = folder.resolve("transcript-" + System.nanoTime());
        List<Transcript.Step> actual = new Replay(own).of(transcript);
        List<Transcript.Step> expected = transcript.steps();
        for (int i = 0; i < expected.size(); i++) {
            if (!Replay.agree(expected.get(i), actual.get(i))) {
                throw new AssertionError(transcript.name() + " shows after "
                        + expected.get(i).command() + "\n"
                        + String.join("\n", expected.get(i).output()) + "\n\nbut the whole block is now\n\n```console\n"
                        + actual.stream().map(Transcript.Step::text).collect(Collectors.joining()) + "```\n");
            }
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(README));
        Path more = Workplace.ROOT.resolve("src/docs");
        if (Files.exists(more)) {
            try (Stream<Path> files = Files.walk(more)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    private static List<Transcript> transcripts(Path document) {
        try {
            return Transcript.of(Workplace.ROOT.relativize(document).toString(), Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
