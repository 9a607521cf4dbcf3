package dirsh.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.command.TestSession;
import dirsh.model.DirshException;
import dirsh.model.MappedList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResultFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void home() throws IOException {
        Files.createDirectories(folder.resolve("home/plans"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("home"));
    }

    private ResultFile of(String name) {
        return ResultFile.of(
                folder.resolve(name).toString(),
                false,
                TestSession.in(folder.resolve("home")).session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"home/a.csv", "home/plans/a.csv", "home/new/a.csv", "link/plans/a.csv", "x/../home/a.csv"})
    void the_files_dirsh_keeps_for_itself_are_left_by_whatever_path(String name) {
        assertThatThrownBy(() -> of(name)).isInstanceOfSatisfying(DirshException.class, error -> {
            assertThat(error.problem()).endsWith(name + " is among the files that dirsh keeps for itself");
            assertThat(error.tryThis()).isEqualTo("> a.csv");
        });
    }

    @Test
    void a_file_beside_them_is_written() {
        assertThat(of("home.csv").write("x", Optional.empty())).isEqualTo("wrote " + folder.resolve("home.csv"));
    }

    @Test
    void a_result_that_cannot_be_written_leaves_the_file_as_it_was() throws IOException {
        ResultFile file = of("home.json");
        file.write(List.of("old"), Optional.empty());
        List<String> broken = new MappedList<>(Collections.nCopies(100_000, ""), text -> {
            throw DirshException.failed("the book is gone", "", null);
        });

        assertThatThrownBy(() -> file.write(broken, Optional.empty())).hasMessage("the book is gone");

        assertThat(folder.resolve("home.json")).hasContent("[\n  \"old\"\n]");
        assertThat(folder).isDirectoryNotContaining(path -> String.valueOf(path.getFileName())
                .contains("tmp"));
    }
}
