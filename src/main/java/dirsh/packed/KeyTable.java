package dirsh.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries by one kind of key: a hash table of numbers, which knows no key itself.
 *
 * <p>An entry goes by a number from 0, which says nothing here. All entries that carry the same key are a group. The table keeps
 * of a group the hash of its key and its first entry, in eight bytes. A hash only says
 * where to look: that the key is the same is proved at the first entry, by whoever holds its keys.
 */
public final class KeyTable {

    /** Knows the keys of entries. */
    @FunctionalInterface
    public interface Proof {

        /** Whether an entry that was added carries the key. */
        boolean holds(int entry, byte[] key);
    }

    private static final long FREE = 0;
    private static final int NO_GROUP = -1;
    private static final int HASH_SHIFT = 32;
    private static final int FIRST_CAPACITY = 60;
    private static final int LARGE = 1 << 18;

    /** 2 to the power of 64 by the golden ratio, odd: neighbouring keys come to hashes far apart. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Proof proof;
    private final long factor;
    private final List<int[]> lists = new ArrayList<>();

    /**
     * Each slot holds the hash of a key above its entry plus one. Groups of more than one entry hold the complement of the index of
     * a list instead, which begins with its length.
     */
    private long[] slots = new long[FIRST_CAPACITY];

    private int size;

    /** So many groups there may be before the table grows. */
    private int most = FIRST_CAPACITY / 2;

    /**
     * An empty table.
     *
     * @param proof is asked about the first entries of groups
     */
    public KeyTable(Proof proof) {
        this(proof, 0);
    }

    /**
     * An empty table for entries of several keys, of which no two may have the same hash, see {@link #parts}.
     *
     * @param seed another one gives other hashes, from 0
     */
    public KeyTable(Proof proof, int seed) {
        this.proof = proof;
        this.factor = FACTOR + 2L * seed;
    }

    /**
     * Whether different ones of these keys have different hashes. A proof tells whether an entry carries a key, not which of its
     * keys led to it: of an entry that carries two of the same hash one group would be made.
     */
    public boolean parts(List<byte[]> keys) {
        Map<Integer, byte[]> byHash = new HashMap<>();
        for (byte[] key : keys.size() < 2 ? List.<byte[]>of() : keys) {
            byte[] other = byHash.putIfAbsent(hash(key), key);
            if (other != null && !Arrays.equals(other, key)) {
                return false;
            }
        }
        return true;
    }

    /** The number of distinct keys. */
    public int size() {
        return size;
    }

    /** What the number of every group is less than. */
    public int groups() {
        return slots.length;
    }

    /** The number of a key's group, which holds until the next entry is added, or -1. */
    public int group(byte[] key) {
        int slot = slot(key, hash(key));
        return slots[slot] == FREE ? NO_GROUP : slot;
    }

    /** The number of entries in a group; none in group -1 or one that nobody was told of. */
    public int members(int group) {
        if (group < 0 || slots[group] == FREE) {
            return 0;
        }
        int member = (int) slots[group];
        return member > 0 ? 1 : lists.get(~member)[0];
    }

    /** One of the entries of a group, which are in ascending order. */
    public int member(int group, int index) {
        int member = (int) slots[group];
        return member > 0 ? member - 1 : lists.get(~member)[1 + index];
    }

    /** Adds an entry, which must not be lower than those before, under a key it carries; twice is as good as once. */
    public void add(byte[] key, int entry) {
        int hash = hash(key);
        int slot = slot(key, hash);
        if (slots[slot] == FREE) {
            slots[slot] = of(hash, entry + 1);
            size++;
            if (size > most) {
                grow();
            }
        } else {
            join(slot, entry);
        }
    }

    private void join(int slot, int entry) {
        int member = (int) slots[slot];
        if (member > 0) {
            if (member - 1 != entry) {
                slots[slot] = of(hash(slots[slot]), ~lists.size());
                lists.add(new int[] {2, member - 1, entry});
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

    /** A small table doubles and stays quick; a large one grows by a third, so that it never takes much more than is needed. */
    private void grow() {
        boolean large = slots.length >= LARGE;
        long[] larger = new long[large ? slots.length / 3 * 4 : 2 * slots.length];
        most = large ? larger.length / 5 * 4 : larger.length / 3 * 2;
        for (long taken : slots) {
            if (taken != FREE) {
                int slot = home(hash(taken), larger.length);
                while (larger[slot] != FREE) {
                    slot = slot + 1 == larger.length ? 0 : slot + 1;
                }
                larger[slot] = taken;
            }
        }
        slots = larger;
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(byte[] key, int hash) {
        int slot = home(hash, slots.length);
        while (slots[slot] != FREE) {
            if (hash(slots[slot]) == hash && proof.holds(member(slot, 0), key)) {
                return slot;
            }
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Where a search begins: the hash as a fraction of the table. */
    private static int home(int hash, int length) {
        return (int) ((Integer.toUnsignedLong(hash) * length) >>> HASH_SHIFT);
    }

    private static long of(int hash, int member) {
        return (long) hash << HASH_SHIFT | Integer.toUnsignedLong(member);
    }

    private static int hash(long slot) {
        return (int) (slot >>> HASH_SHIFT);
    }

    /** Each byte is mixed in for itself: a mere polynomial has keys of equal hash whatever its factor is (Thue-Morse sequence). */
    private int hash(byte[] key) {
        long hash = key.length;
        for (byte each : key) {
            hash = (hash ^ each) * factor;
            hash ^= hash >>> HASH_SHIFT;
        }
        return (int) ((hash * factor) >>> HASH_SHIFT);
    }
}
