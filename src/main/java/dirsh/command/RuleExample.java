package dirsh.command;

import dirsh.model.Person;
import java.util.ArrayList;
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
            people.add(new Person(ExampleItems.person(people.size() + 1, items)));
        }
        return people;
    }
}
