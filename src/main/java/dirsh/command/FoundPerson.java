package dirsh.command;

import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document that {@code find} picked, with the items that were asked for.
 *
 * @param unid the document
 * @param items the values by item name, in the order asked for; empty text where there is no such item
 */
public record FoundPerson(String unid, Map<String, Object> items) implements Answer {

    static FoundPerson of(Note note, List<String> names) {
        Map<String, Object> items = new LinkedHashMap<>();
        for (String name : names) {
            items.put(
                    name,
                    name.equalsIgnoreCase("Form")
                            ? note.form()
                            : note.first(name).map(FoundPerson::value).orElse(""));
        }
        return new FoundPerson(note.unid().toString(), items);
    }

    private static Object value(Item item) {
        return item.value() instanceof ItemValue.Texts texts && texts.values().size() > 1
                ? texts.values()
                : item.value().display();
    }

    /** The value of an item, by the name a script uses as a property. */
    public Object get(String name) {
        for (Map.Entry<String, Object> item : items.entrySet()) {
            if (item.getKey().equalsIgnoreCase(name)) {
                return item.getValue();
            }
        }
        throw DirshException.badInput("item '" + name + "' was not asked for", "find … --items " + name);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(items);
        fields.put("unid", unid);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(items.keySet());
    }
}
