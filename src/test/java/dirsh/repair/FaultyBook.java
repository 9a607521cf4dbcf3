package dirsh.repair;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A book to which something happens at one of its calls, either before the call did anything or after it did everything. */
final class FaultyBook extends BookDouble {

    private final int at;
    private final boolean lasting;
    private final Runnable event;
    private int moments;
    private boolean metInDocument;

    /** A book whose calls fail from one on: only that one, or all that follow as well. */
    static FaultyBook failing(AddressBook book, int at, boolean lasting) {
        return new FaultyBook(book, at, lasting, () -> {
            throw DirshException.failed("the store does not answer", "", null);
        });
    }

    /**
     * @param at twice the number of the call before which the event comes, one more for after it
     * @param lasting whether it comes at all later moments as well
     */
    FaultyBook(AddressBook book, int at, boolean lasting, Runnable event) {
        super(book);
        this.at = at;
        this.lasting = lasting;
        this.event = event;
    }

    /** Whether the moment came. */
    boolean reached() {
        return moments > at;
    }

    /** Whether the event first came at a call for one document, a read or a save of the writer. */
    boolean metInDocument() {
        return metInDocument;
    }

    /** A call of the writer for one document. */
    private <T> T document(Supplier<T> call) {
        int before = moments;
        try {
            return call(call);
        } finally {
            metInDocument |= before <= at && at < moments;
        }
    }

    private <T> T call(Supplier<T> call) {
        moment();
        T result = call.get();
        moment();
        return result;
    }

    private void moment() {
        int now = moments++;
        if (now == at || (lasting && now > at)) {
            event.run();
        }
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        BookWriter writer = call(() -> super.writer(overlay));
        return new BookWriter() {
            @Override
            public Optional<Note> read(Unid unid) {
                return document(() -> writer.read(unid));
            }

            @Override
            public Note save(NoteEdit edit) {
                return document(() -> writer.save(edit));
            }

            @Override
            public void publish() {
                call(() -> {
                    writer.publish();
                    return true;
                });
            }
        };
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return call(() -> super.read(unid));
    }

    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        return call(() -> super.images(unid, itemName));
    }

    @Override
    public String contentHash() {
        return call(super::contentHash);
    }
}
