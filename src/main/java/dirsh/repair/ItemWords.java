package dirsh.repair;

import dirsh.diagnose.Quoted;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import java.util.Locale;
import java.util.Set;

/** A stored item in words, such as {@code text "Yes" SUMMARY}: its type, its value, its flags. */
final class ItemWords {

    private ItemWords() {}

    static String of(Item item) {
        return item.type() + value(item) + flags(item.flags());
    }

    private static String value(Item item) {
        if (item.has(ItemFlag.SEALED)) {
            return " (encrypted)";
        }
        if (item.value() instanceof ItemValue.Absent || item.has(ItemFlag.PLACEHOLDER)) {
            return item.type().equals(ItemType.NONE) ? "" : " without a value";
        }
        return " " + Quoted.value(item);
    }

    /** The flags in the order of their declaration, so that equal items read equal. */
    static String flags(Set<ItemFlag> flags) {
        StringBuilder words = new StringBuilder();
        for (ItemFlag flag : ItemFlag.values()) {
            if (flags.contains(flag)) {
                words.append(' ').append(flag.toString().toUpperCase(Locale.ROOT));
            }
        }
        return words.toString();
    }
}
