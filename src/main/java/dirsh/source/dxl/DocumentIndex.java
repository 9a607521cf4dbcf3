package dirsh.source.dxl;

import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each document of a file stands, by UNID: about 50 bytes a document, so that a million of them fit.
 *
 * <p>A hash table with open addressing holds positions in parallel arrays.
 */
final class DocumentIndex {

    private static final int FIRST_CAPACITY = 1024;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private long[] offset = new long[FIRST_CAPACITY];
    private int[] length = new int[FIRST_CAPACITY];
    private int[] line = new int[FIRST_CAPACITY];
    private char[] column = new char[FIRST_CAPACITY];
    private int[] context = new int[FIRST_CAPACITY];
    private int[] slots = new int[2 * FIRST_CAPACITY];
    private int size;
    private final List<DxlContext> contexts = new ArrayList<>();

    /**
     * One document's place.
     *
     * @param offset of its first byte
     * @param length in bytes
     * @param line of its start tag
     * @param column of its start tag; 0 where it is beyond what an index keeps
     * @param context what it inherits
     */
    record Entry(long offset, int length, int line, int column, DxlContext context) {}

    /** Adds a document, unless one of the same id is there. */
    boolean add(Unid unid, Entry entry) {
        int slot = slot(unid);
        if (slots[slot] != 0) {
            return false;
        }
        if (size == high.length) {
            grow();
            slot = slot(unid);
        }
        high[size] = unid.high();
        low[size] = unid.low();
        offset[size] = entry.offset();
        length[size] = entry.length();
        line[size] = entry.line();
        column[size] = (char) (entry.column() > Character.MAX_VALUE ? 0 : entry.column());
        context[size] = contextNumber(entry.context());
        slots[slot] = ++size;
        return true;
    }

    /** Where a document is, or null. */
    @Nullable
    Entry find(Unid unid) {
        int at = slots[slot(unid)] - 1;
        return at < 0 ? null : new Entry(offset[at], length[at], line[at], column[at], contexts.get(context[at]));
    }

    private int contextNumber(DxlContext wanted) {
        // Contexts come in runs: the last one is nearly always the right one.
        for (int i = contexts.size() - 1; i >= 0; i--) {
            if (contexts.get(i).equals(wanted)) {
                return i;
            }
        }
        contexts.add(wanted);
        return contexts.size() - 1;
    }

    /** The slot that holds the id, or the empty one where it belongs. */
    private int slot(Unid unid) {
        int mask = slots.length - 1;
        long hash = (unid.high() ^ Long.rotateLeft(unid.low(), 29)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != 0) {
            int at = slots[slot] - 1;
            if (low[at] == unid.low() && high[at] == unid.high()) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int capacity = 2 * size;
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        offset = Arrays.copyOf(offset, capacity);
        length = Arrays.copyOf(length, capacity);
        line = Arrays.copyOf(line, capacity);
        column = Arrays.copyOf(column, capacity);
        context = Arrays.copyOf(context, capacity);
        slots = new int[2 * capacity];
        for (int at = 0; at < size; at++) {
            slots[slot(new Unid(high[at], low[at]))] = at + 1;
        }
    }
}
