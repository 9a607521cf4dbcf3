package dirsh.compare;

import dirsh.exchange.Recipient;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NotesName;
import dirsh.model.Person;
import dirsh.packed.Folded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An attribute of a recipient with the item of a Person document the connector fills it from.
 *
 * @param attribute the canonical name of the attribute
 * @param item the name of the item
 * @param longest the number of characters after which the connector cuts the value (Amap.tbl, KB Q180517); 0 for no limit
 * @param rule what fills the attribute where the connector's own rules are known: the item does not count then
 */
public record ComparedAttribute(String attribute, String item, int longest, Optional<Rule> rule) {

    /**
     * A rule of the connector.
     *
     * @param items the items it may look at
     * @param value what it makes of a document, cut as the connector cuts it
     */
    public record Rule(List<String> items, Function<Note, String> value) {
        public Rule {
            items = List.copyOf(items);
        }
    }

    /** An attribute that holds the item as it is. */
    public ComparedAttribute(String attribute, String item, int longest) {
        this(attribute, item, longest, Optional.empty());
    }

    /** The same attribute filled by a rule. */
    public ComparedAttribute by(Rule filling) {
        return new ComparedAttribute(attribute, item, 0, Optional.of(filling));
    }

    /** The items a person must carry for the attribute to be compared. */
    List<String> items() {
        return rule.map(Rule::items).orElse(List.of(item));
    }

    /** What is compared unless somebody asks for something else. */
    public static final List<ComparedAttribute> DEFAULTS = List.of(
            new ComparedAttribute(Recipient.DEPARTMENT, "Department", 64),
            new ComparedAttribute(Recipient.PHONE, "OfficePhoneNumber", 20),
            new ComparedAttribute(Recipient.COMPANY, "CompanyName", 64),
            new ComparedAttribute(Recipient.TITLE, "JobTitle", 32),
            new ComparedAttribute(Recipient.PRIMARY_SMTP_ADDRESS, "InternetAddress", 0));

    /** All that can be compared. Names only on demand, since conventions for them differ. */
    public static final List<ComparedAttribute> ALL = all();

    private static List<ComparedAttribute> all() {
        List<ComparedAttribute> all = new ArrayList<>(DEFAULTS);
        all.add(new ComparedAttribute(Recipient.DISPLAY_NAME, "FullName", 0));
        all.add(new ComparedAttribute(Recipient.FIRST_NAME, "FirstName", 64));
        all.add(new ComparedAttribute(Recipient.LAST_NAME, "LastName", 64));
        return List.copyOf(all);
    }

    /** The position among {@link #ALL} of the attribute of that name, whatever item it is compared with. */
    static int position(String attribute) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).attribute.equals(attribute)) {
                return i;
            }
        }
        throw new IllegalArgumentException(attribute);
    }

    /**
     * The attributes of these names; case does not matter.
     *
     * @throws DirshException if there is none of a name
     */
    public static List<ComparedAttribute> named(Collection<String> names) {
        return named(names, ALL);
    }

    /** The same among attributes that are compared otherwise. */
    public static List<ComparedAttribute> named(Collection<String> names, List<ComparedAttribute> known) {
        return names.stream().map(name -> named(name, known)).distinct().toList();
    }

    private static ComparedAttribute named(String name, List<ComparedAttribute> known) {
        return known.stream()
                .filter(attribute -> attribute.attribute.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> DirshException.badInput(
                        "no attribute '" + name + "' to compare",
                        "compare --attributes "
                                + known.stream()
                                        .map(ComparedAttribute::attribute)
                                        .collect(Collectors.joining(","))));
    }

    /** What the connector fills the attribute with; of a hierarchical name the common name. */
    public String of(Person person) {
        if (rule.isPresent()) {
            return rule.get().value().apply(person.note()).strip();
        }
        String value = person.note().text(item).strip();
        return item.equals("FullName") ? new NotesName(value).common() : value;
    }

    /** Whether the connector would leave the recipient's value as it is. */
    boolean agrees(String domino, String exchange) {
        if (Folded.equal(domino, exchange)) {
            return true;
        }
        boolean cut = longest > 0 && domino.length() > longest;
        return cut && Folded.equal(domino.substring(0, longest), exchange);
    }
}
