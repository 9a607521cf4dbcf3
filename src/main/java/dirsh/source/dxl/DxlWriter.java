package dirsh.source.dxl;

import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import dirsh.source.SaveConflictException;
import dirsh.source.SaveRefusedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A series of saves to a DXL file: new bytes of documents go to the overlay, and into the file when it is published. */
final class DxlWriter implements BookWriter {

    private final DxlBook book;
    private final DxlFile file;
    private final Overlay overlay;
    private final DxlPublication publication;
    private @Nullable IndexedContent content;
    private @Nullable InHand inHand;

    /** So often, at most, the bytes of a document are in memory while it is edited, read again and kept in the journal. */
    private static final int COPIES = 16;

    /** The document read or saved last: a repair asks for it several times. */
    private record InHand(DocumentBytes document, Note note) {}

    DxlWriter(DxlBook book, DxlFile file, Overlay overlay) {
        this.book = book;
        this.file = file;
        this.overlay = overlay;
        content().requireExact();
        this.publication = new DxlPublication(file, overlay, book::contentHash);
        if (!isUnchanged()) {
            throw DxlErrors.changed(file.name());
        }
    }

    @Override
    public Optional<Note> read(Unid unid) {
        if (!isUnchanged()) {
            throw DxlErrors.changed(file.name());
        }
        return inHand(unid).map(InHand::note);
    }

    @Override
    public Note save(NoteEdit edit) {
        if (!isUnchanged()) {
            throw new SaveConflictException(file.name() + " was changed by somebody else; nothing was saved");
        }
        InHand current = inHand(edit.unid()).orElseThrow(() -> gone(edit.unid()));
        DocumentBytes document = current.document();
        requireRoom(document, edit.unid());
        Note before = current.note();
        if (before.sequence() != edit.expectedSequence()) {
            throw new SaveConflictException("document " + edit.unid() + " was saved by somebody else: sequence "
                    + before.sequence() + ", expected " + edit.expectedSequence());
        }
        int sequence = before.sequence() + 1;
        DocumentBytes saved =
                document.with(new DocumentEdit(document, content().layout(document)).save(edit, sequence));
        Note after = file.parse(saved).orElseThrow(() -> spoilt(before));
        if (!after.unid().equals(before.unid())
                || after.sequence() != sequence
                || !others(after, edit).equals(others(before, edit))) {
            throw spoilt(before);
        }
        overlay.keep(edit.unid(), saved.bytes());
        inHand = new InHand(saved, after);
        return after;
    }

    @Override
    public void publish() {
        if (overlay.unids().isEmpty()) {
            return;
        }
        publication.publish(book::content);
        book.forget();
        // The next read passes through the new file; as a rule there is none.
        content = null;
        inHand = null;
    }

    /** In the middle of a run there must be no end of the memory: a document too large for it is refused before. */
    private static void requireRoom(DocumentBytes document, Unid unid) {
        long most = Runtime.getRuntime().maxMemory() / COPIES;
        if (document.bytes().length > most) {
            throw new SaveRefusedException("document " + unid + " has " + (document.bytes().length >> 20)
                    + " MB of DXL, more than the " + (most >> 20)
                    + " MB that can be saved in the memory that Java may use here (-Xmx in DIRSH_JAVA_OPTS)");
        }
    }

    private boolean isUnchanged() {
        return file.stamp().equals(content().stamp());
    }

    private IndexedContent content() {
        IndexedContent known = content;
        if (known == null) {
            known = book.content();
            content = known;
        }
        return known;
    }

    private Optional<InHand> inHand(Unid unid) {
        InHand last = inHand;
        if (last != null && last.note().unid().equals(unid)) {
            return Optional.of(last);
        }
        Optional<DocumentBytes> stored = content().document(unid);
        Optional<DocumentBytes> current = overlay.kept(unid)
                .flatMap(bytes -> stored.map(document -> document.with(bytes)))
                .or(() -> stored);
        Optional<InHand> found =
                current.flatMap(document -> file.parse(document).map(note -> new InHand(document, note)));
        inHand = found.orElse(null);
        return found;
    }

    private static List<Item> others(Note note, NoteEdit edit) {
        return note.items().stream()
                .filter(item -> !item.isNamed(edit.itemName()))
                .toList();
    }

    private static SaveConflictException gone(Unid unid) {
        return new SaveConflictException("document " + unid + " is no longer there");
    }

    /** The re-read document must differ in the item and the stamps only; anything else would be a fault of ours. */
    private static DirshException spoilt(Note note) {
        return DirshException.failed(
                note.place() + ": the document cannot be edited without changing more than the item",
                "repair it in the Notes client",
                null);
    }
}
