package dirsh.source.nsf;

import dirsh.model.ItemType;

/** The table of item names and types (UNK) that items refer to by index (nsf-format 6). */
final class ItemNames {

    private static final int ENTRY = 10;

    /** An item has 16 bits for the index. */
    private static final int MOST = 1 << 16;

    /** Names may share their text, so that a few bytes can state gigabytes; real ones have some 20 characters. */
    private static final int LONGEST = 4096;

    private static final long LONGEST_TOGETHER = 16 << 20;

    private final NsfBytes entries;
    private final NsfBytes text;
    private final String[] names;
    private final ItemType[] types;

    private ItemNames(NsfBytes entries, NsfBytes text, int count) throws NsfDamage {
        this.entries = entries;
        this.text = text;
        this.names = new String[count];
        this.types = new ItemType[count];
        Lmbcs lmbcs = new Lmbcs();
        long together = 0;
        for (int i = 0; i < count; i++) {
            NsfBytes name = bytes(i);
            together += name.length();
            if (name.length() > LONGEST || together > LONGEST_TOGETHER) {
                throw new NsfDamage(name.place(0), "the names of the items are impossibly long");
            }
            names[i] = lmbcs.decode(name);
            types[i] = new ItemType(entries.u16((long) i * ENTRY + 6));
        }
    }

    /**
     * Reads the table.
     *
     * @param from where its entries begin in the payload
     * @param count how many there are
     * @param textSize how long the names are together
     */
    static ItemNames read(NsfBytes payload, long from, long count, long textSize) throws NsfDamage {
        NsfBytes entries = payload.part(from, count * ENTRY);
        long textAt = from + count * ENTRY;
        if (payload.u32(textAt) != textSize) {
            throw new NsfDamage(payload.place(0), "the item names are not as long as stated");
        }
        NsfBytes text = payload.part(textAt + Integer.BYTES, textSize);
        return new ItemNames(entries, text, (int) Math.min(count, MOST));
    }

    int count() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    ItemType type(int index) {
        return types[index];
    }

    /** A name as stored. */
    NsfBytes bytes(int index) throws NsfDamage {
        long at = (long) index * ENTRY;
        return text.part(entries.u32(at), entries.u16(at + Integer.BYTES));
    }
}
