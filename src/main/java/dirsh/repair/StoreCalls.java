package dirsh.repair;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.NoteEdit;
import dirsh.source.SaveConflictException;
import dirsh.source.SaveRefusedException;
import java.util.Optional;
import java.util.function.Supplier;

/** A writer that tells failures of the store, which may pass, from those of the journal and of the document. */
final class StoreCalls implements BookWriter {

    private final BookWriter writer;

    StoreCalls(BookWriter writer) {
        this.writer = writer;
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return call(() -> writer.read(unid));
    }

    @Override
    public Note save(NoteEdit edit) {
        return call(() -> writer.save(edit));
    }

    @Override
    public void publish() {
        writer.publish();
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (SaveConflictException | SaveRefusedException | JournalException e) {
            throw e;
        } catch (DirshException e) {
            throw e.outcome() == DirshException.Outcome.FAILED ? new StoreFailedException(e) : e;
        }
    }
}
