package dirsh.source;

import dirsh.model.Unid;
import java.util.Optional;
import java.util.Set;

/**
 * Where a book that is a file keeps saved documents until the file is written once, when the run ends.
 *
 * <p>The run's journal is the overlay, so that what a killed run saved is not lost.
 */
public interface Overlay {

    /** Keeps the new bytes of one document; the last ones kept count. */
    void keep(Unid unid, byte[] document);

    /** The bytes last kept for a document. */
    Optional<byte[]> kept(Unid unid);

    /** The documents for which bytes are kept. */
    Set<Unid> unids();

    /** Records, forced to disk, that the file is about to be replaced. */
    void publishing(Publication publication);

    /** Records, forced to disk, that the file was replaced. */
    void published(Publication publication);

    /** The replacement that was begun last and may or may not have happened. */
    Optional<Publication> begun();

    /**
     * A replacement of the whole file.
     *
     * @param before SHA-256 of the file that is replaced, in hexadecimal digits
     * @param after SHA-256 of the file that takes its place
     */
    record Publication(String before, String after) {}
}
