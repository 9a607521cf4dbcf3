package dirsh.source;

import dirsh.model.Note;
import dirsh.model.Unid;
import java.util.Optional;

/** A series of saves to one book, ended by {@link #publish()}. */
public interface BookWriter {

    /** The document as the saves of this series left it, with all its items. */
    Optional<Note> read(Unid unid);

    /**
     * Saves one document and raises its sequence by one.
     *
     * @return the document re-read after the save
     * @throws SaveConflictException if the document is gone or its sequence is not the expected one; nothing was saved
     * @throws SaveRefusedException if this document must not or may not be saved here; nothing was saved
     */
    Note save(NoteEdit edit);

    /**
     * Makes the saves of this series, and those an interrupted run left in the overlay, the content of the store.
     * A live book has nothing to do here.
     *
     * @throws dirsh.model.DirshException if the store was changed by somebody else since the series began
     */
    void publish();
}
