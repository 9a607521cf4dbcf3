package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.diagnose.Diagnoser;
import dirsh.sample.SampleDirectory;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pass shows the same with one thread and with two (reliability case 30). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case30OneOrTwoThreadsTest {

    private static final int PEOPLE = 600;

    @TempDir
    private Path folder;

    @Test
    void a_whole_directory_comes_in_the_same_order() throws IOException {
        new SampleDirectory(PEOPLE, 1).write(folder);
        Path names = folder.resolve("names.dxl");
        for (Projection projection : new Projection[] {Projection.ALL, Projection.of(Diagnoser.items())}) {
            DxlSight one = DxlSight.plain(1, names, projection).sight();
            assertThat(one.handedOver()).hasSizeGreaterThan(PEOPLE);
            assertThat(DxlSight.plain(2, names, projection).sight()).isEqualTo(one);
        }
    }

    @Test
    void a_file_that_breaks_off_ends_behind_the_same_document_with_the_same_error() throws IOException {
        new SampleDirectory(PEOPLE, 1).write(folder);
        byte[] whole = Files.readAllBytes(folder.resolve("names.dxl"));
        Path cut = folder.resolve("cut.dxl");
        IntStream.of(7, 3, 2).forEach(part -> {
            write(cut, Arrays.copyOf(whole, whole.length / part));
            DxlSight one = DxlSight.plain(1, cut, Projection.ALL).sight();
            assertThat(one.error()).contains("names.dxl");
            assertThat(DxlSight.plain(2, cut, Projection.ALL).sight()).isEqualTo(one);
        });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
