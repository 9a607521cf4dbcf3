package dirsh.repair;

import dirsh.connector.FlagItem;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.ItemImage;
import java.util.List;

/**
 * A flag item as it is stored: for the book to put back, and in words for people to read.
 *
 * @param image the stored form
 * @param words what that is, such as {@code text "Yes" SUMMARY}; empty where a plan of schema 1 did not say
 */
public record KeptItem(ItemImage image, String words) {

    /** The flag items of a document. */
    static List<KeptItem> of(AddressBook book, Note note) {
        return book.images(note.unid(), FlagItem.NAME).stream()
                .map(image -> new KeptItem(image, words(note, image)))
                .toList();
    }

    private static String words(Note note, ItemImage image) {
        return image.index() < note.items().size() ? ItemWords.of(note.items().get(image.index())) : "";
    }

    /** The item for people, in any case. */
    String shown() {
        return words.isEmpty() ? "stored as " + image.encoded() : words;
    }
}
