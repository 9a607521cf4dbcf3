package dirsh.source.nsf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A bucket to write, with the sector fix-up applied at the end. */
final class MadeBucket {

    private static final int GENERATION = 6;

    private final ByteBuffer bytes;
    private final int footer;
    private int free = 68;
    private int slots;

    MadeBucket(int index, int size) {
        bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        footer = Math.max(8, Integer.highestOneBit(size / 1024 - 1) * 2);
        bytes.putShort(0, (short) 0x4202).putInt(2, index).putInt(6, size).putLong(10, MadeNote.NOON);
        bytes.putInt(50, footer);
    }

    int slots() {
        return slots;
    }

    boolean hasRoom(int length) {
        return free + length <= bytes.capacity() - footer - 4 * (slots + 1);
    }

    /** Adds a slot and tells its number. */
    int add(byte[] content) {
        slots++;
        bytes.putShort(descriptor(), (short) free).putShort(descriptor() + 2, (short) content.length);
        bytes.put(free, content);
        free += content.length;
        return slots;
    }

    private int descriptor() {
        return bytes.capacity() - footer - 4 * slots;
    }

    /** The bytes as they are on disk. */
    byte[] finish() {
        bytes.putShort(40, (short) free).putInt(44, slots);
        byte[] array = bytes.array();
        for (int sector = 0; sector < array.length / 512; sector++) {
            int at = 512 * sector + 0x42;
            int kept = array.length - 1 - sector / 2;
            int nibble = array[at] & 0x0F;
            array[kept] =
                    (byte) (sector % 2 == 0 ? (array[kept] & 0x0F) | (nibble << 4) : (array[kept] & 0xF0) | nibble);
            array[at] = (byte) ((array[at] & 0xF0) | GENERATION);
        }
        return array;
    }
}
