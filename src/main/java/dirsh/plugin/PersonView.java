package dirsh.plugin;

import dirsh.model.DirshException;
import dirsh.model.Person;
import groovy.lang.GroovyObjectSupport;
import java.util.List;

/**
 * A person as a rule sees it: every item is a property.
 *
 * <p>{@code person.ShortName} is the first value as text, empty if there is none; {@code person.all('ShortName')} are
 * all of them. {@code fullName} and {@code shownName} are the names to put into sentences.
 */
public final class PersonView extends GroovyObjectSupport {

    private final Person person;

    PersonView(Person person) {
        this.person = person;
    }

    Person person() {
        return person;
    }

    /** All values of an item in stored order. */
    public List<String> all(String item) {
        return person.note().texts(item);
    }

    @Override
    public Object getProperty(String name) {
        if (Thread.currentThread().isInterrupted()) {
            throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", null);
        }
        return switch (name) {
            case "shownName" -> person.shownName();
            case "unid" -> person.note().unid().toString();
            case "noteId" -> person.note().noteIdText();
            case "mailEnabled" -> person.mailEnabled();
            default -> firstValue(name);
        };
    }

    private String firstValue(String name) {
        List<String> texts = person.note().texts(name);
        if (!texts.isEmpty()) {
            return texts.get(0);
        }
        return person.note().first(name).map(item -> item.value().display()).orElse("");
    }

    @Override
    public String toString() {
        return person.shownName();
    }
}
