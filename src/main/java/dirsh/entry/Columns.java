package dirsh.entry;

import dirsh.model.Place;
import java.util.BitSet;

/** The header of a source whose entries are rows: a list of values is joined to one text there. */
public final class Columns {

    private final Place place;
    private final BitSet slots = new BitSet();

    /**
     * A header.
     *
     * @param place where it is
     * @param slots the slot of each column, {@link AttributeNames#UNWANTED} for those of no wanted attribute
     */
    public Columns(Place place, int[] slots) {
        this.place = place;
        for (int slot : slots) {
            if (slot != AttributeNames.UNWANTED) {
                this.slots.set(slot);
            }
        }
    }

    /** Where it is. */
    public Place place() {
        return place;
    }

    /** Whether there is a column for an attribute. */
    public boolean has(int slot) {
        return slots.get(slot);
    }
}
