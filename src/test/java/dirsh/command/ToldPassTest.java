package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.formula.Formula;
import dirsh.model.Cancellation;
import dirsh.sample.SampleDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldPassTest {

    @TempDir
    private Path folder;

    private final TestSession console = TestSession.in(Path.of("nowhere"));

    @BeforeEach
    void open() throws Exception {
        new SampleDirectory(1000, 1).write(folder);
        console.session().open(folder.resolve("names.dxl").toString(), null);
    }

    @Test
    void a_diagnosis_tells_how_much_of_the_file_is_read() {
        console.session().book(null).survey(new Cancellation());
        toldOfTheFile();
    }

    @Test
    void a_search_tells_how_much_of_the_file_is_read() {
        console.session()
                .finding(Formula.parse("@All"), List.of("FullName"), null, false, false)
                .toList();
        toldOfTheFile();
    }

    private void toldOfTheFile() {
        assertThat(console.progress)
                .hasSizeGreaterThan(2)
                .allMatch(told -> told.matches("reading names, MB [0-2]/2"))
                .isSorted()
                .last()
                .isNotEqualTo(console.progress.get(0));
        console.session().close();
    }
}
