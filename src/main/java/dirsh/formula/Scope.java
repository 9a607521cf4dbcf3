package dirsh.formula;

import dirsh.model.Item;
import dirsh.model.ItemFlag;

/** Which items of a note a formula sees. */
public enum Scope {
    /** Those in the summary buffer: what views, selection formulas and searches of Notes see (C API, NSFSearch). */
    SUMMARY,
    /** Every stored item: what an open document shows. */
    STORED;

    /** Whether the item is seen. */
    boolean sees(Item item) {
        return this == STORED || item.has(ItemFlag.SUMMARY);
    }
}
