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

/** A book whose n-th call fails, either before it did anything or after it did everything. */
final class FaultyBook extends BookDouble {

    private int left;
    private boolean failed;

    /**
     * @param failing twice the number of the call that fails before it is made, one more to fail after it
     */
    FaultyBook(AddressBook book, int failing) {
        super(book);
        this.left = failing;
    }

    /** Whether the fault was met. */
    boolean failed() {
        return failed;
    }

    private <T> T call(Supplier<T> call) {
        fault();
        T result = call.get();
        fault();
        return result;
    }

    private void fault() {
        if (left-- == 0) {
            failed = true;
            throw DirshException.failed("the store does not answer", "", null);
        }
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        BookWriter writer = call(() -> super.writer(overlay));
        return new BookWriter() {
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
