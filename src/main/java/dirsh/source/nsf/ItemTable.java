package dirsh.source.nsf;

import java.util.ArrayList;
import java.util.List;

/** Walks the item table of one note after the other and picks the wanted entries (nsf-format 10, 12). */
final class ItemTable {

    private final ItemNames names;
    private final boolean[] wanted;

    private List<StoredItem> picked = new ArrayList<>();
    private long summaryBytes;
    private int unnamed;

    /**
     * @param wanted which names, by index; items that list readers are always wanted
     */
    ItemTable(ItemNames names, boolean[] wanted) {
        this.names = names;
        this.wanted = wanted;
    }

    /**
     * Reads the table of a note.
     *
     * @throws NsfDamage if its values cannot all be where the note says (invariants 7 and 8)
     */
    void read(NsfNote note) throws NsfDamage {
        picked = new ArrayList<>();
        summaryBytes = 0;
        unnamed = 0;
        NsfBytes slot = note.slot();
        long summary = note.valuesStart();
        long nonSummary = 0;
        int end = note.valuesStart();
        for (int at = NsfNote.HEADER; at < end; at += NsfNote.ITEM) {
            int name = slot.known16(at);
            int flags = slot.known16(at + 2);
            int length = slot.known16(at + 4);
            boolean isSummary = (flags & StoredItem.SUMMARY) != 0;
            long start = isSummary ? summary : nonSummary;
            if (isSummary) {
                summary += length;
            } else {
                nonSummary += length;
            }
            if (name >= wanted.length) {
                unnamed++;
                continue;
            }
            if (isSummary) {
                summaryBytes += names.name(name).length() + length;
            }
            if (wanted[name] || (flags & StoredItem.READERS) != 0) {
                picked.add(new StoredItem(name, flags, length, slot.known8(at + 6), slot.known8(at + 7), start));
            }
        }
        if (summary > slot.length()) {
            throw new NsfDamage(slot.place(0), "its summary values are longer than its slot");
        }
        if (nonSummary > 0 && nonSummary > NonSummaryData.room(note)) {
            throw new NsfDamage(slot.place(0), "its non-summary values are longer than their place");
        }
    }

    /** The wanted entries of the note, in stored order. */
    List<StoredItem> picked() {
        return picked;
    }

    /** About how many bytes the summary items of the note take in memory. */
    int summaryBytes() {
        return (int) Math.min(summaryBytes, Integer.MAX_VALUE);
    }

    /** How many entries refer to no name and were passed over (invariant 10). */
    int unnamed() {
        return unnamed;
    }
}
