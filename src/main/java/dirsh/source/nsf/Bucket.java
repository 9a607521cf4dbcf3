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
    private final Head head;
    private final boolean torn;

    private Bucket(NsfBytes bytes, Head head, boolean torn) {
        this.bytes = bytes;
        this.head = head;
        this.torn = torn;
    }

    /**
     * What a bucket states in its first bytes, as far as it is possible.
     *
     * @param index the number it gives itself, from 0
     * @param size in bytes
     * @param footer its size in bytes
     * @param slots their number
     */
    record Head(int index, int size, int footer, int slots) {

        /**
         * Reads the statements.
         *
         * @param bytes the bucket, or as much of it as comes before the data
         * @param room how many bytes of the file are left from its beginning
         */
        static Head of(NsfBytes bytes, long room) throws NsfDamage {
            long size = bytes.u32(6);
            if (size == 0 || size % SECTOR != 0 || size > LARGEST || size > room) {
                throw new NsfDamage(bytes.place(0), "a bucket states an impossible size");
            }
            long footer = bytes.u32(50);
            long slots = bytes.u32(44);
            if (footer < (size / SECTOR + 1) / 2
                    || footer > size - DATA
                    || slots > (size - DATA - footer) / DESCRIPTOR) {
                throw new NsfDamage(bytes.place(0), "a bucket states an impossible footer or number of slots");
            }
            return new Head((int) bytes.u32(2), (int) size, (int) footer, (int) slots);
        }

        /** Where the data end: slot descriptors grow downward from the footer. */
        int dataEnd() {
            return descriptor(slots);
        }

        int descriptor(int slot) {
            return size - footer - DESCRIPTOR * slot;
        }
    }

    /**
     * Reads the bucket at a place.
     *
     * @param guess its likely size, so that one read usually suffices
     */
    static Bucket read(NsfFile file, long offset, int guess) throws NsfDamage {
        int first = (int) Math.min(Math.max(guess, SECTOR), file.size() - offset);
        NsfBytes begun = file.bytes(offset, first);
        if (begun.u16(0) != SIGNATURE) {
            throw new NsfDamage(offset, "there is no bucket where the list says");
        }
        Head head = Head.of(begun, file.size() - offset);
        byte[] array = begun.array();
        if (head.size() != first) {
            array = Arrays.copyOf(array, head.size());
            if (head.size() > first) {
                file.read(offset + first, array, first, head.size() - first);
            }
        }
        boolean torn = !undo(array, head.footer());
        Bucket bucket = new Bucket(NsfBytes.of(array, offset), head, torn);
        bucket.checkOverlap();
        return bucket;
    }

    /** Slots that overlap would give more notes than there are bytes; those out of bounds give none. */
    private void checkOverlap() throws NsfDamage {
        int room = head.dataEnd() - DATA;
        for (int slot = 1; slot <= head.slots() && room >= 0; slot++) {
            room -= isInBounds(slot) ? length(slot) : 0;
        }
        if (room < 0) {
            throw new NsfDamage(offset(), "the slots of a bucket overlap");
        }
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
        return head.index();
    }

    long offset() {
        return bytes.place(0);
    }

    int size() {
        return bytes.length();
    }

    int slots() {
        return head.slots();
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
        return bytes.known32(head.descriptor(slot)) != 0;
    }

    /** The content of a slot; the first is number 1. */
    NsfBytes slot(int number) throws NsfDamage {
        if (number < 1 || number > head.slots() || !isUsed(number)) {
            throw new NsfDamage(bytes.place(0), "a bucket has no slot " + number);
        }
        if (!isInBounds(number)) {
            throw new NsfDamage(
                    bytes.place(head.descriptor(number)), "slot " + number + " of a bucket is out of bounds");
        }
        return bytes.part(start(number), length(number));
    }

    private boolean isInBounds(int slot) {
        return start(slot) >= DATA && start(slot) + length(slot) <= head.dataEnd();
    }

    private int start(int slot) {
        return bytes.known16(head.descriptor(slot));
    }

    private int length(int slot) {
        return bytes.known16(head.descriptor(slot) + Short.BYTES);
    }
}
