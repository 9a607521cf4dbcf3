package dirsh.source.nsf;

import dirsh.model.Unid;
import java.util.Optional;

/**
 * References to notes by UNID: 12 bytes a note. A hash is kept instead of the id, which is looked up in the note.
 */
final class UnidIndex {

    private final int[] references;
    private final int[] hashes;

    /** Reads the UNID of the note behind a reference; empty if it cannot be read. */
    @FunctionalInterface
    interface Lookup {
        Optional<Unid> unid(int reference);
    }

    /**
     * @param most how many notes it has room for
     */
    UnidIndex(int most) {
        int capacity = (int) Math.min(most + most / 2L + 1, Integer.MAX_VALUE - 8);
        references = new int[capacity];
        hashes = new int[capacity];
    }

    /** Adds a reference, unless there is one to a note of the same id. */
    boolean add(Unid unid, int reference, Lookup lookup) {
        int slot = slot(unid, lookup);
        if (references[slot] != 0) {
            return false;
        }
        references[slot] = reference + 1;
        hashes[slot] = hash(unid);
        return true;
    }

    /** The reference to a note, or -1. */
    int find(Unid unid, Lookup lookup) {
        return references[slot(unid, lookup)] - 1;
    }

    /** The slot that holds the id, or the empty one where it belongs. */
    private int slot(Unid unid, Lookup lookup) {
        int hash = hash(unid);
        int slot = (int) (((hash & 0xFFFFFFFFL) * hashes.length) >>> Integer.SIZE);
        while (references[slot] != 0) {
            if (hashes[slot] == hash
                    && lookup.unid(references[slot] - 1).filter(unid::equals).isPresent()) {
                return slot;
            }
            slot = slot + 1 == hashes.length ? 0 : slot + 1;
        }
        return slot;
    }

    private static int hash(Unid unid) {
        long mixed = (unid.high() ^ Long.rotateLeft(unid.low(), 29)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }
}
