package dirsh.entry;

import dirsh.model.Place;
import java.util.Set;

/**
 * The header of a source whose entries are rows: a list of values is joined to one text there.
 *
 * @param place where it is
 * @param slots the wanted attributes there is a column for
 */
public record Columns(Place place, Set<Integer> slots) {

    public Columns {
        slots = Set.copyOf(slots);
    }

    /** Whether there is a column for an attribute. */
    public boolean has(int slot) {
        return slots.contains(slot);
    }
}
