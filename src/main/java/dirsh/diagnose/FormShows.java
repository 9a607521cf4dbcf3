package dirsh.diagnose;

import dirsh.connector.FlagItem;
import dirsh.connector.FlagReading;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.Note;
import java.util.List;
import java.util.Optional;

/**
 * What the Person form shows in "Foreign directory sync allowed".
 *
 * <p>Confirmed: the form's default is Yes (KB Q184623), a form computes the default of an item that does not exist, and
 * asking by name gives the first of several items (C API). Inferred: a sealed item shows Yes to who holds the key, a
 * placeholder shows the default, a list shows its first entry, and a value that is neither Yes nor No shows as nothing
 * chosen.
 */
public final class FormShows {

    private FormShows() {}

    /** What the form shows for the document. */
    public static FlagReading of(Note note) {
        Optional<Item> first = note.first(FlagItem.NAME);
        if (first.isEmpty() || first.get().has(ItemFlag.SEALED)) {
            return FlagReading.YES;
        }
        Item item = first.get();
        Says says = item.type().equals(ItemType.TEXT_LIST) ? firstEntry(item) : StoredEvidence.of(item);
        return switch (says) {
            case YES, NOTHING -> FlagReading.YES;
            case NO -> FlagReading.NO;
            case BLANK, UNCLEAR -> FlagReading.BLANK;
        };
    }

    private static Says firstEntry(Item item) {
        List<String> entries =
                item.texts().stream().filter(entry -> !entry.isBlank()).limit(1).toList();
        return entries.isEmpty() ? StoredEvidence.of(item) : StoredEvidence.of(Item.text(item.name(), entries.get(0)));
    }
}
