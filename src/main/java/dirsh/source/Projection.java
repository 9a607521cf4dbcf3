package dirsh.source;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which items a scan decodes; the others are passed over. Items that list readers are always decoded, whatever their
 * name, since they decide who sees the document.
 *
 * @param names item names in lower case; empty means all
 */
public record Projection(Set<String> names) {

    /** Every item. */
    public static final Projection ALL = new Projection(Set.of());

    public Projection {
        Set<String> lower = new TreeSet<>();
        for (String name : names) {
            lower.add(name.toLowerCase(Locale.ROOT));
        }
        names = Set.copyOf(lower);
    }

    /** The items of these names; case does not matter. */
    public static Projection of(Collection<String> names) {
        return new Projection(Set.copyOf(names));
    }

    /** This projection and these names together. */
    public Projection and(Collection<String> more) {
        if (names.isEmpty()) {
            return this;
        }
        List<String> both = new ArrayList<>(names);
        both.addAll(more);
        return of(both);
    }

    /** Whether this item is decoded. */
    public boolean takes(Item item) {
        return item.has(ItemFlag.READERS) || takes(item.name());
    }

    /** Whether an item is decoded for its name; case does not matter. */
    public boolean takes(String name) {
        return names.isEmpty() || names.contains(name.toLowerCase(Locale.ROOT));
    }
}
