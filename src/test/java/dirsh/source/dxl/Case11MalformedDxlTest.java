package dirsh.source.dxl;

import static dirsh.faults.Refusal.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Mutants;
import dirsh.faults.Refusal;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.Projection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged exports: each is read, or refused in one line with the place; {@link DxlErrorsTest} has the messages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedDxlTest {

    private static final String EXPORT = Dxl.database(
                    Dxl.person(
                            "<item name='FullName'><textlist><text>CN=SECRET Doe/O=Acme</text>\n<text>SECRET</text></textlist></item>",
                            "<item name='AvailableForDirSync'><text>SECRET</text></item>",
                            "<item name='$File' summary='true'><object><file name='SECRET.txt'>\n"
                                    + "<filedata>U0VDUkVUU0VDUkVU\nU0VDUkVU</filedata></file></object></item>",
                            "<item name='Comment'><richtext><par def='1'>SECRET<run><font size='9pt'/>SECRET</run></par>"
                                    + "</richtext></item>",
                            "<item name='Level'><number>5</number></item>",
                            "<item name='When'><datetime dst='true'>20240612T081502,17+02</datetime></item>",
                            "<item name='I'><rawitemdata type='zz'>U0VDUkVU</rawitemdata></item>"),
                    Dxl.personWithUnid(
                            "7E3A91C4D25F4B0841258ADD002D5191",
                            "<item name='LastName' protected='true'><text>SECRET &amp; S\u00f6hne<break/>x</text></item>"))
            .replace("CN=Admin One", "CN=SECRET")
            .replace("title='Names'", "title='SECRET'");

    private static final String[] PIECES = {
        "<",
        ">",
        "&",
        "'",
        "\"",
        "]]>",
        "<![CDATA[",
        "<!--",
        "--",
        "<?xml?>",
        "<item>",
        "</item>",
        "<text>",
        "</text>",
        "</document>",
        "<document>",
        "</database>",
        "<noteinfo",
        "<!DOCTYPE x [",
        "&#0;",
        "&#xD800;",
        "&SECRET;",
        "\uFFFF"
    };

    @TempDir
    Path folder;

    @Test
    void every_damaged_file_is_read_or_refused_in_one_line_with_its_place() {
        int[] refused = {0};
        mutants().each(mutant -> {
            Optional<Refusal> refusal = read(mutant);
            if (!mutant.text()) {
                assertThat(refusal).as("%s", mutant).isPresent();
                refusal.get().near(mutant.line(), mutant);
            }
            refused[0] += refusal.isPresent() ? 1 : 0;
        });
        assertThat(refused[0]).isBetween(Mutants.COUNT / 4, Mutants.COUNT * 9 / 10);
    }

    @Test
    void a_file_cut_off_before_any_tag_is_refused_at_its_end() {
        int[] cuts = {0};
        mutants().atEvery('<', mutant -> {
            assertThat(read(mutant))
                    .as("%s", mutant)
                    .isPresent()
                    .get()
                    .satisfies(refusal -> refusal.near(mutant.line(), mutant));
            cuts[0]++;
        });
        assertThat(cuts[0]).isGreaterThan(70);
    }

    private static Mutants mutants() {
        assertThat(EXPORT).contains(SECRET);
        return new Mutants(EXPORT, 11, PIECES);
    }

    private Optional<Refusal> read(Mutants.Mutant mutant) {
        Path file = Dxl.write(folder, mutant.content());
        return Refusal.of(mutant, () -> {
            List<Note> notes = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            try (DxlBook book = DxlBook.open(file, "names.dxl")) {
                book.scan(Projection.ALL, new Cancellation(), new Dxl.Found(notes, problems));
                problems.forEach(problem -> Refusal.checked(problem, mutant));
                for (Note note : notes) {
                    assertThat(book.read(note.unid())).as("%s", mutant).contains(note);
                }
            }
            return notes;
        });
    }
}
