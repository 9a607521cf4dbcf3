package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import dirsh.source.OpenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesInstallationTest {

    @TempDir
    private Path folder;

    @Test
    void without_the_library_opening_says_what_is_missing_and_how_to_get_it() {
        Assumptions.assumeFalse(isThere("com.mindoo.domino.jna.NotesDatabase"), "Domino JNA is on the class path");
        try (Domino domino = new Domino(Map.of())) {
            assertThatThrownBy(() -> domino.open("domino:CN=Hub1/O=Acme!!names.nsf", "Flag", OpenOptions.DEFAULT))
                    .isInstanceOfSatisfying(DirshException.class, e -> {
                        assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                        assertThat(e.problem())
                                .isEqualTo("cannot open domino:CN=Hub1/O=Acme!!names.nsf: Domino JNA, which talks to"
                                        + " Notes, is not part of this build");
                        assertThat(e.tryThis()).startsWith("mvn -Pdomino package");
                    });
        }
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, NotesInstallationTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void an_address_that_names_nothing_is_refused_before_anything_is_looked_for() {
        try (Domino domino = new Domino(Map.of())) {
            assertThatThrownBy(() -> domino.open("domino:names.nsf", "Flag", OpenOptions.DEFAULT))
                    .hasMessageContaining("does not name a server and a database");
        }
    }

    @Test
    void doctor_says_line_by_line_what_is_missing() {
        Map<String, String> lines = new NotesInstallation(Optional.empty(), Optional.empty(), Map.of()).lines();
        assertThat(lines.keySet())
                .containsExactly("domino jna", "notes program", "notes library", "Notes.jar", "notes.ini");
        assertThat(lines.get("notes program")).startsWith("not set; export DIRSH_NOTES=");
        assertThat(lines.get("notes library")).isEqualTo("unknown without the program folder");
        assertThat(lines.get("notes.ini")).isEqualTo("not found; export DIRSH_NOTES_INI=/path/to/notes.ini");
    }

    @Test
    void the_environment_names_the_program_folder_and_the_ini_beside_it_is_found() throws IOException {
        Path ini = Files.writeString(folder.resolve("notes.ini"), "[Notes]\n");
        NotesInstallation installation = NotesInstallation.of(Map.of("Notes_ExecDirectory", folder.toString()));
        assertThat(installation.program()).contains(folder);
        assertThat(installation.ini()).contains(ini);
        assertThat(installation.lines().get("notes library")).endsWith(" is missing");
    }

    @Test
    void what_is_named_for_dirsh_comes_before_what_is_named_for_notes() {
        NotesInstallation installation = NotesInstallation.of(Map.of(
                "DIRSH_NOTES", "/one", "Notes_ExecDirectory", "/other", "DIRSH_NOTES_INI", "/ini", "HOME", "/home"));
        assertThat(installation.program()).contains(Path.of("/one"));
        assertThat(installation.ini()).contains(Path.of("/ini"));
        assertThat(installation.lines().get("notes.ini")).isEqualTo(Path.of("/ini") + " cannot be read");
    }
}
