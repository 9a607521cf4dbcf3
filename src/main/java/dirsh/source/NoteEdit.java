package dirsh.source;

import dirsh.model.ItemFlag;
import dirsh.model.Unid;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One save of one document: all items of one name are replaced, nothing else changes but the stamps of a save.
 *
 * @param unid which document
 * @param expectedSequence the sequence number it must have, else the save is a conflict
 * @param itemName which item
 * @param content what is to stand there afterwards
 * @param time the time of the save
 * @param user who saves, as a canonical name or a user id
 */
public record NoteEdit(Unid unid, int expectedSequence, String itemName, Content content, Instant time, String user) {

    /** What replaces the items of the name. */
    public sealed interface Content {}

    /**
     * One text item. It stands where the first of the replaced items stood, or at the end if there was none.
     *
     * @param value the text
     * @param flags all its flags
     */
    public record Text(String value, Set<ItemFlag> flags) implements Content {
        public Text {
            flags = Set.copyOf(flags);
        }
    }

    /**
     * Exactly these stored items, each at its old position; none means that no item of the name remains.
     *
     * @param images as {@link AddressBook#images} gave them, ordered by index
     */
    public record Images(List<ItemImage> images) implements Content {
        public Images {
            images = List.copyOf(images);
        }
    }
}
