package dirsh.source.dxl;

import dirsh.model.Unid;
import dirsh.packed.RecordStore;
import dirsh.packed.UnidTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each document of a file stands, by UNID: about 12 bytes of memory a document, so that a million of them fit. */
final class DocumentIndex {

    /** The fields of a place, the offset first. */
    private static final int OFFSET = 0;

    private static final int LENGTH = 2;
    private static final int LINE = 3;
    private static final int COLUMN = 4;
    private static final int CONTEXT = 5;
    private static final int FIELDS = 6;

    private final UnidTable unids = new UnidTable();
    private final RecordStore places = new RecordStore(FIELDS);
    private final List<DxlContext> contexts = new ArrayList<>();

    /**
     * One document's place.
     *
     * @param offset of its first byte
     * @param length in bytes
     * @param line of its start tag
     * @param column of its start tag
     * @param context what it inherits
     */
    record Entry(long offset, int length, int line, int column, DxlContext context) {}

    /** Adds a document, unless one of the same id is there. */
    boolean add(Unid unid, Entry entry) {
        if (unids.add(unid) < places.size()) {
            return false;
        }
        places.add(
                RecordStore.upper(entry.offset()),
                (int) entry.offset(),
                entry.length(),
                entry.line(),
                entry.column(),
                contextNumber(entry.context()));
        return true;
    }

    /** Where a document is, or null. */
    @Nullable
    Entry find(Unid unid) {
        int number = unids.find(unid);
        return number < 0
                ? null
                : new Entry(
                        places.pair(number, OFFSET),
                        places.get(number, LENGTH),
                        places.get(number, LINE),
                        places.get(number, COLUMN),
                        contexts.get(places.get(number, CONTEXT)));
    }

    private int contextNumber(DxlContext wanted) {
        // Contexts come in runs: the last one is nearly always the right one.
        for (int i = contexts.size() - 1; i >= 0; i--) {
            if (contexts.get(i).equals(wanted)) {
                return i;
            }
        }
        contexts.add(wanted);
        return contexts.size() - 1;
    }
}
