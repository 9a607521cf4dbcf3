package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamedPipeTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    private long open(String file) throws IOException {
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            return all.filter(each -> leadsTo(each, file)).count();
        }
    }

    private static boolean leadsTo(Path link, String file) {
        try {
            return Files.readSymbolicLink(link).endsWith(file);
        } catch (IOException e) {
            return false; // closed in the meantime
        }
    }

    @Test
    void a_book_that_is_read_no_further_is_closed_and_can_be_read_again() throws IOException {
        assumeThat(OPEN_FILES).isDirectory();
        try (LiveShell shell = new LiveShell(folder)) {
            shell.run("open acme.dxl; find @All | count");
            long before = open("acme.dxl");
            for (int i = 0; i < 5; i++) {
                assertThat(shell.run("find @All --items LastName | first 1 | count"))
                        .isEqualTo("count\n    1\n");
            }
            assertThat(open("acme.dxl")).isEqualTo(before);
            assertThat(shell.run("diagnose | count")).isEqualTo("count\n   13\n");
        }
    }
}
