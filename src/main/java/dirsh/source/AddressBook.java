package dirsh.source;

import dirsh.model.Cancellation;
import dirsh.model.ItemPlace;
import dirsh.model.Note;
import dirsh.model.Unid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An address book: a source of notes that can be passed through once or asked for single documents.
 *
 * <p>A book belongs to one thread at a time. Errors that end the work are {@link dirsh.model.DirshException}s; a record
 * that cannot be read becomes a {@link dirsh.model.Problem}.
 */
public interface AddressBook extends AutoCloseable {

    /** Which database this is. */
    BookIdentity identity();

    /** What this kind of book can show or do. */
    Set<BookFeature> features();

    /**
     * Passes once through all data documents in stored order.
     *
     * @throws dirsh.model.DirshException if the source is unreadable as a whole, or the work was cancelled
     */
    void scan(Projection projection, Cancellation cancellation, NoteSink sink);

    /** What the last scan left open, in one sentence; empty if it looked at everything. */
    default Optional<String> leftOpen() {
        return Optional.empty();
    }

    /** What to know before writing here beside the identity, in sentences: which replica this is, who may do what. */
    default List<String> particulars() {
        return List.of();
    }

    /**
     * The documents a selection formula picks, judged by the store itself; empty where it cannot, and the caller
     * evaluates the formula over a scan.
     */
    default Optional<Set<Unid>> selected(String formula, Cancellation cancellation) {
        return Optional.empty();
    }

    /** One document with all its items, or nothing if the book has none of that id. */
    Optional<Note> read(Unid unid);

    /** Where the items of a document are, in the order of its items; an empty list where the source does not know it. */
    default List<ItemPlace> places(Unid unid) {
        return List.of();
    }

    /** How the items of a name are stored, exactly enough for this book to put them back later. */
    List<ItemImage> images(Unid unid, String itemName);

    /**
     * Begins a series of saves.
     *
     * @param overlay where a book that is a file keeps its saves until it is written
     * @throws dirsh.model.DirshException in one line with the ways out, if this book cannot save
     */
    BookWriter writer(Overlay overlay);

    /**
     * The name that a save leaves in the document as who updated it; empty where this book does not know.
     *
     * @param user who saves, as {@link NoteEdit#user} will say
     */
    default String author(String user) {
        return user;
    }

    /** A token that differs once somebody changed the store behind this book; equal tokens mean equal content. */
    String contentToken();

    /**
     * A hash of the whole content, for a book that is a file: unlike {@link #contentToken} it outlives a copy or a new
     * date. Empty for a book whose saves count at once.
     */
    default String contentHash() {
        return "";
    }

    @Override
    void close();
}
