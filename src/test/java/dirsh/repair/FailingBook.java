package dirsh.repair;

import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookWriter;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import java.util.Optional;

/** A book whose n-th save is made and then fails, as if the program had died right after it. */
final class FailingBook extends BookDouble {

    private final int failing;
    private final Runnable afterSave;
    private int saves;

    FailingBook(AddressBook book, int failing) {
        this(book, failing, () -> {});
    }

    FailingBook(AddressBook book, int failing, Runnable afterSave) {
        super(book);
        this.failing = failing;
        this.afterSave = afterSave;
    }

    /** How many saves were made. */
    int saves() {
        return saves;
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        BookWriter writer = super.writer(overlay);
        return new BookWriter() {
            @Override
            public Optional<Note> read(Unid unid) {
                return writer.read(unid);
            }

            @Override
            public Note save(NoteEdit edit) {
                Note saved = writer.save(edit);
                saves++;
                if (saves == failing) {
                    throw new IllegalStateException("cut off after save " + saves);
                }
                afterSave.run();
                return saved;
            }

            @Override
            public void publish() {
                writer.publish();
            }
        };
    }
}
