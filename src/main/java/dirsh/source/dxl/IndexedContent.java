package dirsh.source.dxl;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.FileStamp;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.ItemImage;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One content of a file with the place of each document, for reads of single documents.
 *
 * @param file the file
 * @param stamp what the file was like when it was passed through
 * @param encoding how its characters lie in its bytes
 * @param index where each document stands
 */
record IndexedContent(DxlFile file, FileStamp stamp, DxlEncoding encoding, DocumentIndex index) {

    /** One document with all its items. */
    Optional<Note> read(Unid unid) {
        if (!encoding.exact()) {
            return search(unid);
        }
        return document(unid).flatMap(file::parse);
    }

    /** The source of all items of a name. */
    List<ItemImage> images(Unid unid, String itemName) {
        requireExact();
        return document(unid).map(found -> images(found, itemName)).orElse(List.of());
    }

    /** The source of all items of a name in a document's bytes. */
    List<ItemImage> images(DocumentBytes document, String itemName) {
        List<DocumentLayout.Span> items = layout(document).items();
        List<ItemImage> images = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            DocumentLayout.Span item = items.get(i);
            if (item.nameAttribute().equalsIgnoreCase(itemName)) {
                String source = document.source(item.start(), item.end());
                if (!encoding.spells(document.bytes(), item.start(), source)) {
                    throw DirshException.failed(
                            file.name() + ": an item is not valid in its encoding and could not be put back as it is",
                            "export the directory in UTF-8",
                            null);
                }
                images.add(new ItemImage(i, source));
            }
        }
        return images;
    }

    /** Where the parts of a document's bytes stand. */
    DocumentLayout layout(DocumentBytes document) {
        try (DxlTokens tokens = file.fragment(document)) {
            return DocumentLayout.read(tokens, document.entry().offset());
        }
    }

    /**
     * The bytes of one document.
     *
     * @throws DirshException if they are not where the index says
     */
    Optional<DocumentBytes> document(Unid unid) {
        DocumentIndex.Entry entry = index.find(unid);
        if (entry == null) {
            return Optional.empty();
        }
        var document = new DocumentBytes(file.bytes(entry.offset(), entry.length()), entry, encoding);
        if (document.bytes().length != entry.length() || !document.isElement()) {
            throw DxlErrors.changed(file.name());
        }
        return Optional.of(document);
    }

    /** Refuses what needs byte offsets where the encoding has none. */
    void requireExact() {
        if (!encoding.exact()) {
            throw DirshException.badInput(
                    file.name() + ": a file in " + encoding.charset().name() + " can be read but not edited",
                    "export the directory in UTF-8");
        }
    }

    private Optional<Note> search(Unid unid) {
        Note[] found = {null};
        file.scan(Projection.ALL, new Cancellation(), note -> {}, (note, end, context) -> {
            if (found[0] == null && note.unid().equals(unid)) {
                found[0] = note;
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
