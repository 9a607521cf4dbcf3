package dirsh.exchange;

import dirsh.model.Cancellation;
import dirsh.model.FileStamp;
import java.time.Instant;
import java.util.Optional;

/** Something that lists recipients: a file that Exchange exported, or a directory that answers for it. */
public interface RecipientSource extends AutoCloseable {

    /** Where it is, as the user gave it. */
    String address();

    /**
     * Passes once through all recipients; whatever it opens for that is closed when it returns.
     *
     * @throws dirsh.model.DirshException if the source is unreadable as a whole, or the work was cancelled
     */
    void scan(Cancellation cancellation, RecipientSink sink);

    /** A token that differs once the content changed; equal tokens mean equal content. */
    String contentToken();

    /** What tells one content from another without reading it; empty where nothing does, as of a server. */
    Optional<FileStamp> stamp();

    /** Lets go of a server; a file is closed at the end of each scan. */
    @Override
    default void close() {}

    /** When it was written, for a file by its date, which a copy may have lost; empty where nobody knows. */
    default Optional<Instant> dated() {
        return Optional.empty();
    }
}
