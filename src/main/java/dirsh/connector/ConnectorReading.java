package dirsh.connector;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import java.util.List;

/**
 * How the Exchange connector for Lotus Notes reads the flag of a document.
 *
 * <p>Confirmed: it exports a person or group only if the flag reads Yes; No, blank and a missing item leave it out (KB
 * Q184623), and a damaged address book makes it read No where the form shows Yes (KB Q245837). Inferred: it looks at the
 * summary buffer, takes plain text only, and cannot be relied on where several items bear the name; so everything but
 * one summary text item {@code 1} reads No, or blank where the one item is empty text.
 */
public final class ConnectorReading {

    private ConnectorReading() {}

    /** What the connector reads in the document. */
    public static FlagReading of(Note note) {
        List<Item> items = FlagItem.of(note);
        if (items.size() != 1) {
            return FlagReading.NO;
        }
        Item item = items.get(0);
        if (readsYes(item)) {
            return FlagReading.YES;
        }
        return isBlank(item) ? FlagReading.BLANK : FlagReading.NO;
    }

    /** Whether this one item reads Yes: text {@code 1} in the summary, neither sealed nor a placeholder. */
    static boolean readsYes(Item item) {
        return isPlainText(item) && item.has(ItemFlag.SUMMARY) && text(item).equals(FlagItem.YES);
    }

    private static boolean isBlank(Item item) {
        return isPlainText(item) && text(item).isBlank();
    }

    private static boolean isPlainText(Item item) {
        return item.type().equals(ItemType.TEXT)
                && item.value() instanceof ItemValue.Texts
                && !item.has(ItemFlag.SEALED)
                && !item.has(ItemFlag.PLACEHOLDER);
    }

    /** The text without line ends that only the layout of an export put there; a stored line end is kept. */
    private static String text(Item item) {
        if (item.value() instanceof ItemValue.Texts texts && !texts.values().isEmpty()) {
            return WithoutLayout.text(texts);
        }
        return "";
    }
}
