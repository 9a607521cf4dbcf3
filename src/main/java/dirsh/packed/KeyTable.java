package dirsh.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Entries by one kind of key: a hash table of numbers whose texts are in a {@link TextStore}.
 *
 * <p>An entry goes by a number from 0, which says nothing here. Each distinct key is a group of the entries that carry it,
 * numbered from 0. Nearly all groups have one member, which is kept in place; the others keep the complement of the index of
 * a list, which begins with its length.
 */
public final class KeyTable {

    private static final long FREE = 0;

    /** Each slot holds the hash of a key above the number of its group, so that other keys are passed over unread. */
    private static final int HASH_SHIFT = 32;

    private final TextStore texts;
    private final List<int[]> lists = new ArrayList<>();
    private long[] slots = new long[1 << 6];

    /** Of each group the offset of its key and, next to it since both are asked for together, its member. */
    private int[] groups = new int[1 << 6];

    private int size;

    /** An empty table whose keys go to a store, which others may use too. */
    public KeyTable(TextStore texts) {
        this.texts = texts;
    }

    /** The number of distinct keys. */
    public int size() {
        return size;
    }

    /** The group of a key, or -1. */
    public int group(byte[] key) {
        return group(slots[slot(key, hash(key))]);
    }

    /** The number of entries in a group; none in group -1. */
    public int members(int group) {
        if (group < 0) {
            return 0;
        }
        int member = groups[2 * group + 1];
        return member >= 0 ? 1 : lists.get(~member)[0];
    }

    /** One of the entries of a group, which are in ascending order. */
    public int member(int group, int index) {
        int member = groups[2 * group + 1];
        return member >= 0 ? member : lists.get(~member)[1 + index];
    }

    /** Adds an entry, which must not be lower than those before, under a key; twice is as good as once. */
    public void add(byte[] key, int entry) {
        int hash = hash(key);
        int slot = slot(key, hash);
        if (slots[slot] == FREE) {
            insert(slot, hash, texts.add(key), entry);
        } else {
            join(group(slots[slot]), entry);
        }
    }

    private void insert(int slot, int hash, int key, int entry) {
        if (2 * size == groups.length) {
            groups = Arrays.copyOf(groups, 2 * (size + (size >> 1)));
        }
        groups[2 * size] = key;
        groups[2 * size + 1] = entry;
        size++;
        slots[slot] = (long) hash << HASH_SHIFT | size;
        if (size > slots.length / 4 * 3) {
            rehash();
        }
    }

    private void join(int group, int entry) {
        int member = groups[2 * group + 1];
        if (member >= 0) {
            if (member != entry) {
                groups[2 * group + 1] = ~lists.size();
                lists.add(new int[] {2, member, entry});
            }
            return;
        }
        int[] list = lists.get(~member);
        if (list[list[0]] != entry) {
            list[0]++;
            if (list[0] == list.length) {
                list = Arrays.copyOf(list, list.length * 2);
                lists.set(~member, list);
            }
            list[list[0]] = entry;
        }
    }

    private void rehash() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (long taken : slots) {
            if (taken != FREE) {
                int slot = hash(taken) & mask;
                while (larger[slot] != FREE) {
                    slot = slot + 1 & mask;
                }
                larger[slot] = taken;
            }
        }
        slots = larger;
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(byte[] key, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != FREE) {
            long taken = slots[slot];
            if (hash(taken) == hash && texts.holds(groups[2 * group(taken)], key)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int hash(long slot) {
        return (int) (slot >>> HASH_SHIFT);
    }

    /** The group of a slot, -1 of a free one. */
    private static int group(long slot) {
        return (int) slot - 1;
    }

    /** Neighbouring keys come to neighbouring sums, so the bits are mixed (finalizer of MurmurHash3). */
    private static int hash(byte[] key) {
        int hash = 0;
        for (byte each : key) {
            hash = 31 * hash + each;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
