package dirsh.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HomeTest {

    @TempDir
    private Path folder;

    private Home home() {
        return Home.of(Map.of("DIRSH_HOME", folder.resolve("a/home").toString()), folder);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void it_lies_below_the_users_home_unless_named() {
        assertThat(Home.of(Map.of(), folder).folder()).isEqualTo(folder.resolve(".dirsh"));
        assertThat(home().folder()).isEqualTo(folder.resolve("a/home"));
    }

    @Test
    void folder_and_files_are_for_the_owner_only() throws IOException {
        Path file = home().history();
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(home().folder())).isEqualTo("rwx------");
        assertThat(home().history()).isEqualTo(file);
    }

    @Test
    void a_link_in_place_of_a_file_is_refused() throws IOException {
        Files.createSymbolicLink(PrivateFiles.folder(home().folder()).resolve("history"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> home().history())
                .isInstanceOf(DirshException.class)
                .hasMessageContaining("no plain file");
    }

    @Test
    void a_start_file_that_others_can_write_is_refused() throws IOException {
        Path rc = PrivateFiles.file(home().folder().resolve("rc"));
        assertThat(home().startFile()).contains(rc);
        Files.setPosixFilePermissions(rc, PosixFilePermissions.fromString("rw-rw----"));
        assertThatThrownBy(() -> home().startFile()).hasMessageContaining("others can write it");
    }
}
