package dirsh.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The recipients by one kind of key: a hash table of numbers whose texts are in a {@link TextStore}.
 *
 * <p>Each distinct key is a group of the recipients that carry it, numbered from 0. Nearly all groups have one member, which
 * is kept in place; the others keep the complement of the index of a list, which begins with its length.
 */
final class KeyTable {

    private static final int FREE = 0;

    private final TextStore texts;
    private final List<int[]> lists = new ArrayList<>();
    private int[] slots = new int[1 << 6];
    private int[] hashes = new int[1 << 5];
    private int[] keys = new int[1 << 5];
    private int[] members = new int[1 << 5];
    private int size;

    KeyTable(TextStore texts) {
        this.texts = texts;
    }

    /** The number of distinct keys. */
    int size() {
        return size;
    }

    /** The group of a folded key, or -1. */
    int group(String folded) {
        return slots[slot(folded, hash(folded))] - 1;
    }

    /** The number of recipients in a group; none in group -1. */
    int members(int group) {
        if (group < 0) {
            return 0;
        }
        return members[group] >= 0 ? 1 : lists.get(~members[group])[0];
    }

    /** One of the recipients of a group, which are in ascending order. */
    int member(int group, int index) {
        return members[group] >= 0 ? members[group] : lists.get(~members[group])[1 + index];
    }

    /** Adds a recipient, which must not be lower than those before, under a folded key that is not there yet for it. */
    void add(String folded, int recipient) {
        int hash = hash(folded);
        int slot = slot(folded, hash);
        if (slots[slot] == FREE) {
            insert(slot, hash, texts.add(folded), recipient);
        } else {
            join(slots[slot] - 1, recipient);
        }
    }

    private void insert(int slot, int hash, int key, int recipient) {
        if (size == members.length) {
            int larger = size + (size >> 1);
            hashes = Arrays.copyOf(hashes, larger);
            keys = Arrays.copyOf(keys, larger);
            members = Arrays.copyOf(members, larger);
        }
        hashes[size] = hash;
        keys[size] = key;
        members[size] = recipient;
        size++;
        slots[slot] = size;
        if (size > slots.length / 4 * 3) {
            rehash();
        }
    }

    private void join(int group, int recipient) {
        int member = members[group];
        if (member >= 0) {
            if (member != recipient) {
                members[group] = ~lists.size();
                lists.add(new int[] {2, member, recipient});
            }
            return;
        }
        int[] list = lists.get(~member);
        if (list[list[0]] != recipient) {
            list[0]++;
            if (list[0] == list.length) {
                list = Arrays.copyOf(list, list.length * 2);
                lists.set(~member, list);
            }
            list[list[0]] = recipient;
        }
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int group = 0; group < size; group++) {
            int slot = hashes[group] & mask;
            while (larger[slot] != FREE) {
                slot = slot + 1 & mask;
            }
            larger[slot] = group + 1;
        }
        slots = larger;
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(String folded, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != FREE) {
            int group = slots[slot] - 1;
            if (hashes[group] == hash && texts.get(keys[group]).equals(folded)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Neighbouring texts have neighbouring hash codes, so the bits are mixed (finalizer of MurmurHash3). */
    private static int hash(String folded) {
        int hash = folded.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
