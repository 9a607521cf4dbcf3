package dirsh.source.nsf;

import dirsh.model.Cancellation;
import dirsh.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes the item rows that two readers of a file must agree on, in their order (nsf-format 14). */
final class CanonicalRows {

    private static final int INDEX_BITS = 28;
    private static final HexFormat HEX = HexFormat.of();

    private final NsfStore store;
    private final Consumer<String> sink;
    private final ItemTable table;
    private final ItemDecoder decoder;
    private final MessageDigest all = Sha256.digest();
    private final MessageDigest one = Sha256.digest();

    private int notes;
    private int dataNotes;
    private int named;
    private int stubs;
    private long items;
    private int unreadable;

    private CanonicalRows(NsfStore store, Consumer<String> sink) {
        this.store = store;
        this.sink = sink;
        boolean[] every = new boolean[store.names().count()];
        Arrays.fill(every, true);
        table = new ItemTable(store.names(), every);
        decoder = new ItemDecoder(
                store.file(),
                store.names(),
                new NonSummaryData(store.file(), store.nonSummary()),
                new NsfProblems(store.file(), problem -> {}));
    }

    static NsfFingerprint read(NsfStore store, Cancellation cancellation, Consumer<String> sink) {
        CanonicalRows rows = new CanonicalRows(store, sink);
        for (long key : order(store.references())) {
            cancellation.check();
            try {
                rows.note(store.note((int) (key & ((1L << INDEX_BITS) - 1))));
            } catch (NsfDamage e) {
                rows.unreadable++;
            }
        }
        return new NsfFingerprint(
                store.file().name(),
                store.header().ods(),
                store.header().replicaId(),
                rows.notes,
                rows.dataNotes,
                rows.named,
                rows.items,
                rows.stubs,
                rows.unreadable,
                HEX.formatHex(rows.all.digest()));
    }

    /** The references in the bytewise order of their note ids as text, so that nothing but one note need be sorted. */
    private static long[] order(NoteReferences references) {
        long[] keys = new long[Math.min(references.count(), 1 << INDEX_BITS)];
        for (int i = 0; i < keys.length; i++) {
            int id = references.noteId(i);
            int zeros = Integer.numberOfLeadingZeros(id) / 4;
            long justified = zeros == 8 ? 0 : (id << (4 * zeros)) & 0xFFFFFFFFL;
            keys[i] = (((justified << 4) | (8 - zeros)) << INDEX_BITS) | i;
            keys[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        return keys;
    }

    private void note(NsfNote note) throws NsfDamage {
        if (note.isStub()) {
            stubs++;
            return;
        }
        table.read(note);
        decoder.begin(false);
        notes++;
        dataNotes += note.isOfDocumentClass() ? 1 : 0;
        named += note.isOfDocumentClass() && note.isNamed() ? 1 : 0;
        items += table.picked().size();
        unreadable += table.unnamed();
        String start = String.format(
                Locale.ROOT,
                "%x\t%04x\t%s\t%s\t",
                note.noteId(),
                note.noteClass(),
                note.unid(),
                Integer.toUnsignedString(note.sequence()));
        List<String> rows = new ArrayList<>();
        for (StoredItem item : table.picked()) {
            rows.add(start + row(note, item));
        }
        Collections.sort(rows);
        for (String row : rows) {
            all.update(row.getBytes(StandardCharsets.US_ASCII));
            all.update((byte) '\n');
            sink.accept(row);
        }
    }

    private String row(NsfNote note, StoredItem item) throws NsfDamage {
        int type = store.names().type(item.nameIndex()).code();
        int length = item.length();
        String hash;
        try {
            NsfBytes value = decoder.stored(note, item);
            if (!item.isTypeByName() && !item.isPlaceholder() && !item.isCompressed()) {
                type = value.u16(0);
                value = value.part(Short.BYTES, value.length() - Short.BYTES);
            }
            length = value.length();
            one.update(value.array(), value.start(), value.length());
            hash = HEX.formatHex(one.digest());
        } catch (NsfDamage e) {
            unreadable++;
            hash = "-";
        }
        NsfBytes name = store.names().bytes(item.nameIndex());
        return String.format(
                Locale.ROOT,
                "%s\t%04x\t%04x\t%d\t%d\t%d\t%s",
                HEX.formatHex(name.array(), name.start(), name.start() + name.length()),
                type,
                item.flags(),
                item.sequence(),
                item.duplicate(),
                length,
                hash);
    }
}
