package dirsh.source.dxl;

import dirsh.source.ItemImage;
import dirsh.source.NoteEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the bytes of one document for one save: the items of one name, and the stamps of a save.
 *
 * <p>Everything else stays byte for byte as it is, white space and line ends included.
 */
final class DocumentEdit {

    private final DocumentBytes document;
    private final DocumentLayout layout;
    private final ByteEdits edits;

    DocumentEdit(DocumentBytes document, DocumentLayout layout) {
        this.document = document;
        this.layout = layout;
        this.edits = new ByteEdits(document);
    }

    /** The bytes after the save. */
    byte[] save(NoteEdit edit, int sequence) {
        // First, so that new stamps come before an item that is inserted at the same place.
        new DocumentStamps(document, layout, edits).stamp(edit, sequence);
        List<DocumentLayout.Span> items = layout.items();
        List<DocumentLayout.Span> old = items.stream()
                .filter(item -> item.nameAttribute().equalsIgnoreCase(edit.itemName()))
                .toList();
        if (edit.content() instanceof NoteEdit.Text text) {
            text(edit.itemName(), text, old);
        } else if (edit.content() instanceof NoteEdit.Images kept) {
            old.forEach(this::remove);
            restore(kept.images(), items, old);
        }
        return edits.apply();
    }

    private void text(String name, NoteEdit.Text text, List<DocumentLayout.Span> old) {
        if (old.isEmpty()) {
            String element = DxlItemText.element(name, text, layout.prefix(), document.encoding());
            append(element);
            return;
        }
        DocumentLayout.Span first = old.get(0);
        String element = DxlItemText.element(first.nameAttribute(), text, layout.prefix(), document.encoding());
        edits.replace(first.start(), first.end(), element);
        old.subList(1, old.size()).forEach(this::remove);
    }

    /** Puts an element behind the last one, on a line of its own if that one has a line of its own. */
    private void append(String element) {
        DocumentLayout.Span parent = layout.document();
        DocumentLayout.Span last = last(parent.children());
        if (last != null) {
            edits.insert(last.end(), space(last) + element);
        } else {
            edits.insert(parent.contentStart(), element);
        }
    }

    /** Puts the images where they were among the items: each behind the item that it followed. */
    private void restore(List<ItemImage> images, List<DocumentLayout.Span> items, List<DocumentLayout.Span> old) {
        List<DocumentLayout.Span> kept = new ArrayList<>(items);
        kept.removeAll(old);
        int placed = 0;
        for (ItemImage image : images) {
            int before = Math.min(Math.max(image.index() - placed, 0), kept.size());
            DocumentLayout.Span model = !old.isEmpty() ? old.get(0) : !kept.isEmpty() ? kept.get(0) : null;
            if (model == null) {
                append(image.encoded());
            } else if (before > 0) {
                edits.insert(kept.get(before - 1).end(), space(model) + image.encoded());
            } else {
                edits.insert(spaceStart(items.get(0)), space(model) + image.encoded());
            }
            placed++;
        }
    }

    private void remove(DocumentLayout.Span item) {
        edits.replace(spaceStart(item), item.end(), "");
    }

    private int spaceStart(DocumentLayout.Span item) {
        return item.start() - space(item).length() * document.encoding().unit();
    }

    private String space(DocumentLayout.Span element) {
        return DocumentStamps.spaceBefore(document, element.start());
    }

    private static DocumentLayout.@Nullable Span last(List<DocumentLayout.Span> spans) {
        return spans.isEmpty() ? null : spans.get(spans.size() - 1);
    }
}
