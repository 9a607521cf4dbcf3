package dirsh.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemporaryFolderTest {

    @TempDir
    private Path elsewhere;

    @Test
    void it_is_private_and_goes_with_all_that_is_in_it_but_not_with_what_links_lead_to() throws IOException {
        Path kept = Files.writeString(elsewhere.resolve("kept"), "kept");
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.of("dirsh-test-")) {
            path = folder.path();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "c");
            Files.createSymbolicLink(path.resolve("link"), elsewhere);
        }
        assertThat(path).doesNotExist();
        assertThat(kept).hasContent("kept");
    }
}
