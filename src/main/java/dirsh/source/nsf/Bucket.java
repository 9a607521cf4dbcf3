package dirsh.source.nsf;

import java.util.Arrays;

/** A summary or non-summary bucket with the sector fix-up undone (nsf-format 8). */
final class Bucket {

    static final int SIGNATURE = 0x4202;
    private static final int SECTOR = 512;
    private static final int LARGEST = 16 << 20;
    private static final int FIX_UP = 0x42;
    private static final int DATA = 66;
    private static final int DESCRIPTOR = 4;

    private final NsfBytes bytes;
    private final int footer;
    private final int slots;
    private final boolean torn;

    private Bucket(NsfBytes bytes, int footer, int slots, boolean torn) {
        this.bytes = bytes;
        this.footer = footer;
        this.slots = slots;
        this.torn = torn;
    }

    /**
     * Reads the bucket at a place.
     *
     * @param guess its likely size, so that one read usually suffices
     */
    static Bucket read(NsfFile file, long offset, int guess) throws NsfDamage {
        int first = (int) Math.min(Math.max(guess, SECTOR), file.size() - offset);
        NsfBytes head = file.bytes(offset, first);
        if (head.u16(0) != SIGNATURE) {
            throw new NsfDamage(offset, "there is no bucket where the list says");
        }
        int size = checkedSize(head, file.size() - offset);
        byte[] array = head.array();
        if (size != first) {
            array = Arrays.copyOf(array, size);
            if (size > first) {
                file.read(offset + first, array, first, size - first);
            }
        }
        return of(NsfBytes.of(array, offset));
    }

    private static int checkedSize(NsfBytes head, long room) throws NsfDamage {
        long size = head.u32(6);
        if (size == 0 || size % SECTOR != 0 || size > LARGEST || size > room) {
            throw new NsfDamage(head.place(0), "a bucket states an impossible size");
        }
        return (int) size;
    }

    private static Bucket of(NsfBytes bytes) throws NsfDamage {
        int size = bytes.length();
        int sectors = size / SECTOR;
        long footer = bytes.u32(50);
        long slots = bytes.u32(44);
        if (footer < (sectors + 1) / 2 || footer > size - DATA || slots > (size - DATA - footer) / DESCRIPTOR) {
            throw new NsfDamage(bytes.place(0), "a bucket states an impossible footer or number of slots");
        }
        return new Bucket(bytes, (int) footer, (int) slots, !undo(bytes.array(), (int) footer));
    }

    /** Puts the true nibbles back; tells whether all sectors were of one generation. */
    private static boolean undo(byte[] bucket, int footer) {
        int size = bucket.length;
        int generation = -1;
        boolean uniform = true;
        for (int sector = 0; sector < size / SECTOR; sector++) {
            int at = SECTOR * sector + FIX_UP;
            if (at < size - footer) {
                int kept = bucket[size - 1 - sector / 2];
                int found = bucket[at] & 0x0F;
                uniform &= generation < 0 || generation == found;
                generation = found;
                bucket[at] = (byte) ((bucket[at] & 0xF0) | (sector % 2 == 0 ? (kept >> 4) & 0x0F : kept & 0x0F));
            }
        }
        return uniform;
    }

    /** The number it gives itself, from 0. */
    int index() {
        return bytes.known32(2);
    }

    long offset() {
        return bytes.place(0);
    }

    int size() {
        return bytes.length();
    }

    int slots() {
        return slots;
    }

    /** Whether its sectors are of different writes. */
    boolean isTorn() {
        return torn;
    }

    /** When it was last written, in a form that orders by day and then by time. */
    long written() {
        return (bytes.known32(14) & 0xFFFFFFL) << Integer.SIZE | (bytes.known32(10) & 0xFFFFFFFFL);
    }

    boolean isUsed(int slot) {
        return bytes.known32(descriptor(slot)) != 0;
    }

    /** The content of a slot; the first is number 1. */
    NsfBytes slot(int number) throws NsfDamage {
        if (number < 1 || number > slots || !isUsed(number)) {
            throw new NsfDamage(bytes.place(0), "a bucket has no slot " + number);
        }
        int at = descriptor(number);
        int start = bytes.known16(at);
        int length = bytes.known16(at + Short.BYTES);
        if (start < DATA || start + length > bytes.length() - footer - DESCRIPTOR * slots) {
            throw new NsfDamage(bytes.place(at), "slot " + number + " of a bucket is out of bounds");
        }
        return bytes.part(start, length);
    }

    /** Slot descriptors grow downward from the footer. */
    private int descriptor(int slot) {
        return bytes.length() - footer - DESCRIPTOR * slot;
    }
}
