package dirsh.packed;

import dirsh.model.Unid;

/**
 * Records of as many numbers each, one behind the other; where there is no room in memory they are in a scratch file.
 *
 * <p>A record goes by its number from 0, a field by its position.
 */
public final class RecordStore {

    /** How many numbers an id takes. */
    public static final int UNID = 4;

    private final int fields;
    private final PagedBytes bytes;
    private int size;

    /**
     * An empty store.
     *
     * @param fields how many numbers a record has
     */
    public RecordStore(int fields) {
        this(fields, new PagedBytes());
    }

    RecordStore(int fields, PagedBytes bytes) {
        this.fields = fields;
        this.bytes = bytes;
    }

    /** How many records there are. */
    public int size() {
        return size;
    }

    /**
     * Adds a record.
     *
     * @return its number
     */
    public int add(int... values) {
        require(values.length);
        return put(values);
    }

    private void require(int count) {
        if (count != fields) {
            throw new IllegalArgumentException(count + " numbers for " + fields + " fields");
        }
    }

    private int put(int[] values) {
        for (int value : values) {
            bytes.addNumber(value);
        }
        return size++;
    }

    /** Adds a record that begins with an id, which takes its first four numbers. */
    public int add(Unid unid, int... values) {
        require(UNID + values.length);
        bytes.addNumber(upper(unid.high()));
        bytes.addNumber((int) unid.high());
        bytes.addNumber(upper(unid.low()));
        bytes.addNumber((int) unid.low());
        return put(values);
    }

    /** The id that a record begins with. */
    public Unid unid(int record) {
        return new Unid(pair(record, 0), pair(record, 2));
    }

    /** The upper half of what {@link #pair} gives back. */
    public static int upper(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    /** A field of a record. */
    public int get(int record, int field) {
        return bytes.number(((long) record * fields + field) * Integer.BYTES);
    }

    /** Two fields next to each other as one number, the first above the second. */
    public long pair(int record, int first) {
        return (long) get(record, first) << Integer.SIZE | Integer.toUnsignedLong(get(record, first + 1));
    }
}
