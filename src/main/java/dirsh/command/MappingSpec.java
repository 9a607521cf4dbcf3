package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.model.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The declaration of which item of a Person document is compared with which attribute of a recipient.
 *
 * @param id one word in lower case, dashes allowed
 * @param summary one sentence without a full stop
 * @param details paragraphs; may be empty
 * @param lines the attributes
 * @param examples run as tests
 * @param place where it is declared, as {@code file:line}
 */
public record MappingSpec(
        String id, String summary, String details, List<Line> lines, List<MappingExample> examples, String place) {

    /** The attributes a recipient has. */
    public static final List<String> ATTRIBUTES =
            ComparedAttribute.ALL.stream().map(ComparedAttribute::attribute).toList();

    public MappingSpec {
        lines = List.copyOf(lines);
        examples = List.copyOf(examples);
    }

    /**
     * One attribute.
     *
     * @param attribute its canonical name
     * @param item the item it is compared with
     * @param longest the number of characters after which the connector cuts the value; 0 for no limit
     * @param always whether it is compared unless somebody asks for others
     */
    public record Line(String attribute, String item, int longest, boolean always) {
        ComparedAttribute compared() {
            return new ComparedAttribute(attribute, item, longest);
        }
    }

    /** What is compared unless somebody asks for something else. */
    public List<ComparedAttribute> defaults() {
        return lines.stream().filter(Line::always).map(Line::compared).toList();
    }

    /** All that can be compared. */
    public List<ComparedAttribute> all() {
        return lines.stream().map(Line::compared).toList();
    }

    /** What is compared of a person, by attribute. */
    public Map<String, String> values(Person person) {
        Map<String, String> values = new LinkedHashMap<>();
        all().forEach(attribute -> values.put(attribute.attribute(), attribute.of(person)));
        return values;
    }
}
