package dirsh.connector;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A reader of one item, in one of the ways a product can read it.
 *
 * @param name what it goes by
 * @param item the item it reads
 * @param way how it reads
 * @param yes the values that mean Yes
 * @param blankIsYes whether no value at all means Yes
 */
public record ItemReader(String name, String item, Way way, List<String> yes, boolean blankIsYes)
        implements FlagReader {

    /** How an item is read. What is confirmed comes from the C API; that a product reads so is for its reader to say. */
    public enum Way {
        /** The one summary text, as the Exchange connector reads; several items of the name are no Yes. */
        SUMMARY,
        /** The first item of the name, summary or not (C API NSFItemConvertToText). */
        FIRST_ITEM,
        /** A view column or selection: summary items only, numbers as digits, of a list any entry. */
        VIEW,
        /** An LDAP filter on the attribute: as a view, without regard to case and outer blanks. */
        LDAP
    }

    public ItemReader {
        yes = List.copyOf(yes);
    }

    @Override
    public FlagReading read(Note note) {
        List<Item> items = note.items(item);
        return switch (way) {
            case SUMMARY -> summary(items);
            case FIRST_ITEM -> items.isEmpty() ? nothing() : of(values(items.get(0)));
            case VIEW, LDAP -> {
                List<Item> visible =
                        items.stream().filter(one -> one.has(ItemFlag.SUMMARY)).toList();
                yield visible.isEmpty() ? nothing() : of(values(visible.get(0)));
            }
        };
    }

    @Override
    public Set<String> items() {
        return Set.of(item);
    }

    private FlagReading summary(List<Item> items) {
        if (items.isEmpty()) {
            return nothing();
        }
        Item one = items.get(0);
        boolean readable =
                items.size() == 1 && one.has(ItemFlag.SUMMARY) && one.type().equals(ItemType.TEXT);
        return readable ? of(values(one)) : FlagReading.NO;
    }

    private FlagReading of(List<String> values) {
        if (values.stream().allMatch(String::isBlank)) {
            return nothing();
        }
        return values.stream().anyMatch(this::isYes) ? FlagReading.YES : FlagReading.NO;
    }

    private FlagReading nothing() {
        return blankIsYes ? FlagReading.YES : FlagReading.BLANK;
    }

    private boolean isYes(String value) {
        if (way == Way.LDAP) {
            String plain = value.strip().toLowerCase(Locale.ROOT);
            return yes.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(plain));
        }
        return yes.contains(value);
    }

    /** The values as texts; none for what is encrypted or has no text. */
    private static List<String> values(Item item) {
        if (item.has(ItemFlag.SEALED) || item.has(ItemFlag.PLACEHOLDER)) {
            return List.of();
        }
        if (item.value() instanceof ItemValue.Texts texts) {
            return texts.rawLineEnd() && texts.values().size() == 1
                    ? List.of(WithoutLayout.text(texts))
                    : texts.values();
        }
        return item.value() instanceof ItemValue.Numbers numbers ? numbers.written() : List.of();
    }
}
