package dirsh.command;

import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A few people and how many of them a rule reports; every one is run as a test.
 *
 * @param text what the example shows
 * @param over the items of each person: a text or a list of texts by item name
 * @param finds how many findings the rule must report
 */
public record RuleExample(String text, List<Map<String, Object>> over, int finds) {

    public RuleExample {
        over = over.stream().map(Map::copyOf).toList();
    }

    /** The people of the example as documents. */
    public List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (Map<String, Object> items : over) {
            Note.Builder note = Note.builder(new Unid(0, people.size() + 1L))
                    .noteId(people.size() + 1)
                    .item(Item.text("Form", "Person"))
                    .item(Item.text("Type", "Person"));
            items.forEach((name, value) -> note.item(item(name, value)));
            people.add(new Person(note.build()));
        }
        return people;
    }

    private static Item item(String name, Object value) {
        return value instanceof Collection<?> values
                ? Item.textList(name, values.stream().map(String::valueOf).toList())
                : Item.text(name, String.valueOf(value));
    }
}
