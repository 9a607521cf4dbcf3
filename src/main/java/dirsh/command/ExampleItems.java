package dirsh.command;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.Unid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The items of an example's document, from what a plugin author writes: a text, a number, or a list of texts by name. */
final class ExampleItems {

    private ExampleItems() {}

    /** A Person document of these items. */
    static Note person(int number, Map<String, Object> items) {
        return person(number, items, List.of());
    }

    /**
     * A Person document of these items.
     *
     * @param hidden the names of items without the summary flag
     */
    static Note person(int number, Map<String, Object> items, List<String> hidden) {
        Note.Builder note = Note.builder(new Unid(0, number))
                .noteId(number)
                .item(Item.text("Form", "Person"))
                .item(Item.text("Type", "Person"));
        items.forEach((name, value) -> note.item(item(name, value, hidden.contains(name))));
        return note.build();
    }

    private static Item item(String name, Object value, boolean hidden) {
        Item item = item(name, value);
        return hidden ? new Item(item.name(), item.type(), item.value(), Set.of(), false, 0) : item;
    }

    private static Item item(String name, Object value) {
        if (value instanceof Collection<?> values) {
            return Item.textList(name, values.stream().map(String::valueOf).toList());
        }
        if (value instanceof Number number) {
            ItemValue written = new ItemValue.Numbers(List.of(number.toString()));
            return new Item(name, ItemType.NUMBER, written, Set.of(ItemFlag.SUMMARY), false, 0);
        }
        return Item.text(name, String.valueOf(value));
    }
}
