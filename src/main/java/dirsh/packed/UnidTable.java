package dirsh.packed;

import dirsh.model.Unid;
import java.util.Arrays;

/**
 * A number from 0 for each UNID that was added, in the order of their first coming: about 40 bytes an id.
 *
 * <p>Whoever keeps more about a document keeps it in arrays by that number.
 */
public final class UnidTable {

    private static final int FIRST_CAPACITY = 1 << 6;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] slots = new int[2 * FIRST_CAPACITY];
    private int size;

    /** How many ids there are. */
    public int size() {
        return size;
    }

    /** The id of a number. */
    public Unid unid(int number) {
        return new Unid(high[number], low[number]);
    }

    /** The number of an id, or -1. */
    public int find(Unid unid) {
        return slots[slot(unid.high(), unid.low())] - 1;
    }

    /** The number of an id, which is added if it is new. */
    public int add(Unid unid) {
        int slot = slot(unid.high(), unid.low());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == high.length) {
            int larger = size + (size >> 1);
            high = Arrays.copyOf(high, larger);
            low = Arrays.copyOf(low, larger);
        }
        high[size] = unid.high();
        low[size] = unid.low();
        size++;
        slots[slot] = size;
        if (size > slots.length / 4 * 3) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            slots[slot(high[number], low[number])] = number + 1;
        }
    }

    /** The slot that holds the id, or the free one where it belongs. Ids of one database have much in common. */
    private int slot(long idHigh, long idLow) {
        int mask = slots.length - 1;
        long mixed = (idHigh ^ Long.rotateLeft(idLow, 29)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (low[number] == idLow && high[number] == idHigh) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
