package dirsh.bench;

import dirsh.diagnose.Diagnoser;
import dirsh.entry.EntryFile;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.csv.CsvForm;
import dirsh.exchange.RecipientSource;
import dirsh.exchange.Recipients;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.sample.SampleDirectory;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A sample directory of 10,000 people, in files small enough to stay in the page cache, and the notes in it. */
@State(Scope.Benchmark)
public class Sample {

    /** What one invocation goes through, so that figures are those of one person. */
    public static final int PEOPLE = 10_000;

    /** The items of a diagnosis. */
    public static final Projection ITEMS = Projection.of(Diagnoser.items());

    private Path folder = Path.of("");
    private List<Note> notes = List.of();

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("dirsh-benchmark");
        new SampleDirectory(PEOPLE, 1).write(folder);
        List<Note> found = new ArrayList<>();
        try (DxlBook book = DxlBook.open(dxl(), "names.dxl")) {
            book.scan(ITEMS, new Cancellation(), found::add);
        }
        notes = List.copyOf(found);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        for (Path file : List.of(dxl(), csv(), folder)) {
            Files.delete(file);
        }
    }

    public Path dxl() {
        return folder.resolve("names.dxl");
    }

    public Path csv() {
        return folder.resolve("exchange.csv");
    }

    /** All documents with the items of a diagnosis: people, conflicts, groups and the like. */
    public List<Note> notes() {
        return notes;
    }

    /** The people among them, without conflict documents, which are not for comparison. */
    public List<Person> people() {
        return notes.stream()
                .filter(note -> NoteKind.of(note) == NoteKind.PERSON && !note.is(NoteFlag.CONFLICT))
                .map(Person::new)
                .toList();
    }

    /** The Exchange side, read anew by each scan. */
    public RecipientSource recipients() {
        return new Recipients(
                new CsvEntries(new EntryFile("exchange.csv", csv(), Optional.empty()), CsvForm.USUAL),
                Optional.empty(),
                List.of());
    }
}
