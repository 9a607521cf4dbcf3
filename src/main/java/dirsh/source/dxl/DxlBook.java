package dirsh.source.dxl;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.FileStamp;
import dirsh.model.Note;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookIdentity;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteSink;
import dirsh.source.Overlay;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address book that is a DXL export of a Domino Directory. */
public final class DxlBook implements AddressBook {

    private static final Projection NO_ITEMS = new Projection(Set.of(""));

    private final DxlFile file;
    private final BookIdentity identity;
    private @Nullable IndexedContent indexed;
    private @Nullable FileStamp hashed;
    private String hash = "";

    private DxlBook(DxlFile file, BookIdentity identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Opens an export; only its beginning is read.
     *
     * @param address the file's name as the user gave it, used in messages
     * @throws DirshException if it cannot be read or is no DXL
     */
    public static DxlBook open(Path file, String address) {
        if (Files.isDirectory(file)) {
            throw DirshException.badInput(address + " is a folder", "open a DXL export inside it, such as names.dxl");
        }
        if (!Files.exists(file)) {
            throw DirshException.badInput(address + " does not exist", "open names.dxl, with the path of an export");
        }
        DxlFile dxl = new DxlFile(file, address);
        if (dxl.stamp().size() == 0) {
            throw DirshException.badInput(address + ":1: the file is empty", "export the directory again");
        }
        DxlHead head = dxl.head();
        return new DxlBook(
                dxl, new BookIdentity(address, "DXL file", head.title(), head.replicaId(), realPath(file, address)));
    }

    private static String realPath(Path file, String address) {
        try {
            return file.toRealPath().toString();
        } catch (IOException e) {
            throw DxlErrors.io("read", address, e);
        }
    }

    @Override
    public BookIdentity identity() {
        return identity;
    }

    @Override
    public Set<BookFeature> features() {
        return EnumSet.of(BookFeature.ITEM_DETAILS, BookFeature.SAVES);
    }

    @Override
    public void scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        FileStamp before = file.stamp();
        DocumentIndex index = new DocumentIndex();
        DxlPass.Outcome outcome = file.scan(projection, cancellation, sink, (note, end, context) -> {
            Place place = note.place();
            int length = (int) Math.min(end - place.offset(), Integer.MAX_VALUE);
            var entry =
                    new DocumentIndex.Entry(place.offset(), length, (int) place.line(), (int) place.column(), context);
            if (index.add(note.unid(), entry)) {
                sink.note(note);
            } else {
                sink.problem(new Problem(place, "a document whose UNID an earlier one has; it is passed over"));
            }
        });
        if (!file.stamp().equals(before)) {
            throw DxlErrors.changed(file.name());
        }
        indexed = new IndexedContent(file, before, outcome.encoding(), index);
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return content().read(unid);
    }

    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        return content().images(unid, itemName);
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        return new DxlWriter(this, file, overlay);
    }

    @Override
    public String contentToken() {
        return file.stamp().token();
    }

    @Override
    public String contentHash() {
        FileStamp stamp = file.stamp();
        if (!stamp.equals(hashed)) {
            hash = FileRewrite.hash(file);
            if (!file.stamp().equals(stamp)) {
                throw DxlErrors.changed(file.name());
            }
            // Another write at the same moment would not show in the stamp.
            hashed = stamp.isSettled(Instant.now()) ? stamp : null;
        }
        return hash;
    }

    /** The documents by UNID as the file is now; passes through it if that was not done or it was changed. */
    IndexedContent content() {
        IndexedContent known = indexed;
        if (known == null || !known.stamp().equals(file.stamp())) {
            scan(NO_ITEMS, new Cancellation(), note -> {});
            known = indexed;
        }
        if (known == null) {
            throw new IllegalStateException("a scan leaves an index");
        }
        return known;
    }

    /** Drops what is known about the file, after it was written. */
    void forget() {
        indexed = null;
        hashed = null;
    }

    @Override
    public void close() {}
}
