package dirsh.entry.ldif;

import dirsh.entry.AttributeNames;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The wanted names as bytes: a hash table that is asked without making a text of the name. */
final class NameTable {

    private static final byte HYPHEN = '-';
    private static final int MASK = 0xFF;

    /** Each byte as it compares: in lower case. */
    private static final byte[] PLAIN = plain();

    private final byte[][] names;
    private final int[] slots;

    NameTable(AttributeNames wanted) {
        Map<String, Integer> plain = wanted.plainNames();
        int size = Integer.highestOneBit(Math.max(8, plain.size())) * 4;
        names = new byte[size][];
        slots = new int[size];
        plain.forEach((name, slot) -> {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int at = start(bytes, 0, bytes.length);
            while (names[at] != null) {
                at = at + 1 & names.length - 1;
            }
            names[at] = bytes;
            slots[at] = slot;
        });
    }

    /** The slot of the name between two positions, or {@link AttributeNames#UNWANTED}. */
    int slot(byte[] bytes, int from, int to) {
        int at = start(bytes, from, to);
        while (names[at] != null) {
            if (equal(names[at], bytes, from, to)) {
                return slots[at];
            }
            at = at + 1 & names.length - 1;
        }
        return AttributeNames.UNWANTED;
    }

    private int start(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            byte plain = PLAIN[bytes[i] & MASK];
            if (plain != HYPHEN) {
                hash = hash * 31 + plain;
            }
        }
        return (hash ^ hash >>> 15) & names.length - 1;
    }

    /** Hyphens and case do not matter, as everywhere where attributes are named. */
    private static boolean equal(byte[] name, byte[] bytes, int from, int to) {
        int at = 0;
        for (int i = from; i < to; i++) {
            byte plain = PLAIN[bytes[i] & MASK];
            if (plain != HYPHEN) {
                if (at == name.length || name[at] != plain) {
                    return false;
                }
                at++;
            }
        }
        return at == name.length;
    }

    private static byte[] plain() {
        byte[] plain = new byte[MASK + 1];
        for (int b = 0; b < plain.length; b++) {
            plain[b] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b);
        }
        return plain;
    }
}
