package dirsh.repair;

import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookIdentity;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteSink;
import dirsh.source.Overlay;
import dirsh.source.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A book that passes every call on to another one, for doubles that change some of the calls. */
class BookDouble implements AddressBook {

    private final AddressBook book;

    BookDouble(AddressBook book) {
        this.book = book;
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
    public BookWriter writer(Overlay overlay) {
        return book.writer(overlay);
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
