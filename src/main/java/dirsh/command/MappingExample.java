package dirsh.command;

import dirsh.model.Person;
import java.util.Map;

/**
 * A document and what is compared of it; every one is run as a test.
 *
 * @param text what the example shows
 * @param over the items: a text, a number or a list of texts by item name
 * @param gives values by attribute
 */
public record MappingExample(String text, Map<String, Object> over, Map<String, String> gives) {

    public MappingExample {
        over = Map.copyOf(over);
        gives = Map.copyOf(gives);
    }

    /** The person of the example. */
    public Person person() {
        return new Person(ExampleItems.person(1, over));
    }
}
