package dirsh.packed;

import dirsh.model.Unid;
import java.nio.ByteBuffer;

/**
 * A number from 0 for each UNID that was added, in the order of their first coming: about 12 bytes of memory an id.
 *
 * <p>Whoever keeps more about a document keeps it by that number.
 */
public final class UnidTable {

    private final RecordStore ids = new RecordStore(RecordStore.UNID);
    private final KeyTable table = new KeyTable(this::holds);

    private boolean holds(int number, byte[] key) {
        ByteBuffer wanted = ByteBuffer.wrap(key);
        return ids.pair(number, 0) == wanted.getLong(0) && ids.pair(number, 2) == wanted.getLong(Long.BYTES);
    }

    /** How many ids there are. */
    public int size() {
        return ids.size();
    }

    /** The id of a number. */
    public Unid unid(int number) {
        return ids.unid(number);
    }

    /** The number of an id, or -1. */
    public int find(Unid unid) {
        int group = table.group(unid.bytes());
        return group < 0 ? -1 : table.member(group, 0);
    }

    /** The number of an id, which is added if it is new. */
    public int add(Unid unid) {
        byte[] key = unid.bytes();
        int group = table.group(key);
        if (group >= 0) {
            return table.member(group, 0);
        }
        int number = ids.add(unid);
        table.add(key, number);
        return number;
    }
}
