package dirsh.connector;

import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * A filter of Exchconn.ini: the connector takes only documents that pass (KB Q245223, Q241324).
 *
 * <p>Documented: {@code EQ} and {@code NE}, values joined by {@code |} (or) or {@code &} (and), several filters all count, and
 * one on an item no Person or Group document has is void. Ours: case and outer blanks do not matter, of a list any entry
 * may be the value, and {@code NE} with several values takes documents that have none of them.
 *
 * @param name the rule's name, such as {@code filter_sales}
 * @param item the item it looks at
 * @param equal whether the value must be among these, else it must not
 * @param values the values
 * @param all whether an equal item must have every value, else one of them
 * @param place where it is written
 */
public record Filter(String name, String item, boolean equal, List<String> values, boolean all, Place place) {

    public Filter {
        values = List.copyOf(values);
    }

    /** Why the filter leaves the document out; empty if it passes. */
    public Optional<String> objection(Note note) {
        boolean every = all && equal;
        boolean has = every
                ? values.stream().allMatch(value -> has(note, value))
                : values.stream().anyMatch(value -> has(note, value));
        if (has == equal) {
            return Optional.empty();
        }
        return Optional.of("the connector's filter " + name + " takes only documents whose " + item
                + (equal ? " is " : " is not ") + String.join(all ? " and " : " or ", values));
    }

    private boolean has(Note note, String value) {
        for (Item stored : note.items(item)) {
            List<String> texts =
                    stored.texts().isEmpty() ? List.of(stored.value().display()) : stored.texts();
            if (texts.stream().anyMatch(text -> text.strip().equalsIgnoreCase(value.strip()))) {
                return true;
            }
        }
        return value.isBlank() && note.first(item).isEmpty();
    }
}
