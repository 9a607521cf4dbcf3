package dirsh.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One stored item of a note. A name may occur in several items of the same note.
 *
 * @param name the name in its stored spelling; names compare without regard to case
 * @param type the stored type
 * @param value the stored value
 * @param flags the effective flags
 * @param summaryStated whether the source states the summary flag itself, or it is the default of the type
 * @param sequence the note's sequence number when the item was last written; 0 where the source does not know it
 */
public record Item(
        String name, ItemType type, ItemValue value, Set<ItemFlag> flags, boolean summaryStated, int sequence) {

    private static final int ASCII = 0x7F;

    /** The bit by which the two cases of a letter differ. */
    private static final int CASE = 0x20;

    public Item {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(flags);
    }

    /** A plain summary text item, as a form saves it. */
    public static Item text(String name, String value) {
        return new Item(name, ItemType.TEXT, ItemValue.Texts.of(value), EnumSet.of(ItemFlag.SUMMARY), false, 0);
    }

    /** A plain summary list of texts, as a form saves it. */
    public static Item textList(String name, List<String> values) {
        return new Item(
                name, ItemType.TEXT_LIST, new ItemValue.Texts(values, false), EnumSet.of(ItemFlag.SUMMARY), false, 0);
    }

    /** Whether the item carries the flag. */
    public boolean has(ItemFlag flag) {
        return flags.contains(flag);
    }

    /** Whether the item goes by this name; case does not matter. */
    public boolean isNamed(String other) {
        // Nearly all other names differ in length or first letter, and this is asked more often than anything else.
        return name.length() == other.length() && mayBegin(other) && name.equalsIgnoreCase(other);
    }

    /** Whether the first letters may be the same; outside ASCII there are others than those of one letter's two cases. */
    private boolean mayBegin(String other) {
        if (name.isEmpty()) {
            return true;
        }
        int own = name.charAt(0);
        int its = other.charAt(0);
        return (own | CASE) == (its | CASE) || own > ASCII || its > ASCII;
    }

    /** The texts of a text item, without change; an empty list for every other type. */
    public List<String> texts() {
        return value instanceof ItemValue.Texts texts ? texts.values() : List.of();
    }
}
