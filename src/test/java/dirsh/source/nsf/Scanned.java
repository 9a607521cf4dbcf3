package dirsh.source.nsf;

import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.AddressBook;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a scan of a book finds. */
record Scanned(List<Note> notes, List<Problem> problems) implements NoteSink {

    static Scanned of(AddressBook book, Projection projection) {
        Scanned found = new Scanned(new ArrayList<>(), new ArrayList<>());
        book.scan(projection, new Cancellation(), found);
        return found;
    }

    static Scanned of(AddressBook book) {
        return of(book, Projection.ALL);
    }

    static Scanned of(Path file) {
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            return of(book);
        }
    }

    @Override
    public void note(Note note) {
        notes.add(note);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    Note only() {
        if (notes.size() != 1) {
            throw new AssertionError("notes: " + notes + ", problems: " + problems);
        }
        return notes.get(0);
    }

    Note withId(int noteId) {
        return notes.stream()
                .filter(note -> note.noteId() == noteId)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no note " + Integer.toHexString(noteId)));
    }
}
