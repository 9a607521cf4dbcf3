package dirsh.repair;

import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookIdentity;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteEdit;
import dirsh.source.NoteSink;
import dirsh.source.Overlay;
import dirsh.source.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A book whose n-th save is made and then fails, as if the program had died right after it. */
final class FailingBook implements AddressBook {

    private final AddressBook book;
    private final int failing;
    private final Runnable afterSave;
    private int saves;

    FailingBook(AddressBook book, int failing) {
        this(book, failing, () -> {});
    }

    FailingBook(AddressBook book, int failing, Runnable afterSave) {
        this.book = book;
        this.failing = failing;
        this.afterSave = afterSave;
    }

    /** How many saves were made. */
    int saves() {
        return saves;
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        BookWriter writer = book.writer(overlay);
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

    @Override
    public BookIdentity identity() {
        return book.identity();
    }

    @Override
    public Set<BookFeature> features() {
        return book.features();
    }

    @Override
    public void scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        book.scan(projection, cancellation, sink);
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return book.read(unid);
    }

    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        return book.images(unid, itemName);
    }

    @Override
    public String contentToken() {
        return book.contentToken();
    }

    @Override
    public String contentHash() {
        return book.contentHash();
    }

    @Override
    public void close() {
        book.close();
    }
}
