package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dirsh.Samples;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: each is read, or refused in one line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlMutantsTest {

    private static final int MUTANTS = 2000;
    private static final List<String> INSERTED = List.of(
            "\u0000",
            "\uFEFF",
            "\r\n",
            "\r",
            "<",
            ">",
            "&",
            "&#0;",
            "&#xD800;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "--",
            "<?xml?>",
            "<item>",
            "</item>",
            "<text>",
            "</document>",
            "<document>",
            "'",
            "\"",
            "<noteinfo",
            "<!DOCTYPE x [",
            "\uFFFF");

    @TempDir
    Path folder;

    @Test
    void every_damaged_file_is_read_or_refused_in_one_line() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.path("dxl-examples/persons.dxl"));
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Path file = Dxl.write(folder, mutant(whole, random));
            List<Note> notes = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            try (DxlBook book = DxlBook.open(file, "names.dxl")) {
                book.scan(Projection.ALL, new Cancellation(), new Dxl.Found(notes, problems));
                for (Note note : notes) {
                    assertThat(book.read(note.unid())).as("mutant %s", i).contains(note);
                }
            } catch (DirshException e) {
                refused++;
                assertThat(e.problem()).as("mutant %s", i).matches("names\\.dxl:\\d+:\\d+: [^\n\r]+");
                assertThat(e.tryThis()).isNotEmpty();
            } catch (RuntimeException e) {
                fail("mutant " + i, e);
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 4);
    }

    private static byte[] mutant(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(whole, Math.max(at, 1));
            case 1 -> withByte(whole, at, whole[at] ^ (1 << random.nextInt(8)));
            case 2 -> replaced(whole, at, at, INSERTED.get(random.nextInt(INSERTED.size())));
            case 3 -> replaced(whole, at, Math.min(whole.length, at + random.nextInt(40)), "");
            default -> withByte(whole, at, 0x80 + random.nextInt(0x80));
        };
    }

    private static byte[] withByte(byte[] whole, int at, int value) {
        byte[] result = whole.clone();
        result[at] = (byte) value;
        return result;
    }

    private static byte[] replaced(byte[] whole, int from, int to, String text) {
        byte[] inserted = text.getBytes(StandardCharsets.UTF_8);
        byte[] result = Arrays.copyOf(whole, whole.length - (to - from) + inserted.length);
        System.arraycopy(inserted, 0, result, from, inserted.length);
        System.arraycopy(whole, to, result, from + inserted.length, whole.length - to);
        return result;
    }
}
