package dirsh.repair.kit;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.repair.Change;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items an undo puts back, where they are plain texts that a script can write.
 *
 * <p>A plan keeps stored items in the words of its book. They are read from the words for people, and believed only if the
 * fingerprint the plan keeps beside them is that of the result.
 */
final class RestoredText {

    /** A text without the brackets that stand for characters nobody sees. */
    private static final Pattern TEXT = Pattern.compile("text \"([ -;=?-~]*)\"((?: [A-Z]+)*)");

    private static final Set<ItemFlag> WRITABLE =
            EnumSet.of(ItemFlag.SUMMARY, ItemFlag.PROTECTED, ItemFlag.NAMES, ItemFlag.READERS, ItemFlag.AUTHORS);

    private RestoredText() {}

    /** The items; empty where one of them is anything else. */
    static Optional<List<Item>> of(Change.Restore restore) {
        List<Item> items = new ArrayList<>();
        for (var kept : restore.items()) {
            Matcher words = TEXT.matcher(kept.words());
            if (!words.matches()) {
                return Optional.empty();
            }
            items.add(new Item(
                    FlagItem.NAME, ItemType.TEXT, ItemValue.Texts.of(words.group(1)), flags(words.group(2)), false, 0));
        }
        return FlagItem.fingerprint(items).equals(restore.itemHash()) ? Optional.of(items) : Optional.empty();
    }

    private static Set<ItemFlag> flags(String words) {
        Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
        List<String> written = List.of(words.toLowerCase(Locale.ROOT).split(" "));
        for (ItemFlag flag : WRITABLE) {
            if (written.contains(flag.toString())) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
