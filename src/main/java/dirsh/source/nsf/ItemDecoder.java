package dirsh.source.nsf;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemPlace;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the stored items of one note into items of the model; what cannot be decoded becomes a Problem. */
final class ItemDecoder {

    /** More bytes of values than this are not decoded of one note. */
    private static final int ROOM = 8 << 20;

    private static final int KNOWN_FLAGS = 0x0800;

    private final NsfFile file;
    private final ItemNames names;
    private final NonSummaryData nonSummary;
    private final NsfProblems problems;
    private final Lmbcs lmbcs = new Lmbcs();
    private final NsfValues values = new NsfValues(lmbcs);
    private final List<@Nullable Set<ItemFlag>> flagSets = new ArrayList<>();

    private NonSummaryData.@Nullable Values nonSummaryValues;
    private boolean sealed;
    private int room;

    ItemDecoder(NsfFile file, ItemNames names, NonSummaryData nonSummary, NsfProblems problems) {
        this.file = file;
        this.names = names;
        this.nonSummary = nonSummary;
        this.problems = problems;
        for (int i = 0; i < KNOWN_FLAGS; i++) {
            flagSets.add(null);
        }
    }

    /**
     * Begins another note.
     *
     * @param isSealed whether items marked to be encrypted are encrypted now
     */
    void begin(boolean isSealed) {
        nonSummaryValues = null;
        sealed = isSealed;
        room = ROOM;
    }

    /** An item of the note. */
    Item decode(NsfNote note, StoredItem stored) {
        NsfBytes bytes;
        try {
            bytes = stored(note, stored);
        } catch (NsfDamage e) {
            problem(note, stored, e.offset(), e.text() + "; its value cannot be read");
            return item(note, stored, names.type(stored.nameIndex()), new ItemValue.Undecoded("unreadable value"));
        }
        return decode(note, stored, bytes);
    }

    private Item decode(NsfNote note, StoredItem stored, NsfBytes bytes) {
        ItemType type = names.type(stored.nameIndex());
        if (stored.isPlaceholder() && !stored.isTypeByName()) {
            return item(note, stored, type, new ItemValue.Absent());
        }
        try {
            NsfBytes value = bytes;
            if (!stored.isTypeByName() && !stored.isCompressed()) {
                type = new ItemType(bytes.u16(0));
                value = bytes.part(Short.BYTES, bytes.length() - Short.BYTES);
            }
            return item(note, stored, type, value(note, stored, type, value));
        } catch (NsfDamage e) {
            problem(note, stored, e.offset(), "malformed value (" + e.text() + ")");
            lmbcs.tellFlawed();
            return item(note, stored, type, NsfValues.raw(bytes));
        }
    }

    private ItemValue value(NsfNote note, StoredItem stored, ItemType type, NsfBytes value) throws NsfDamage {
        room -= value.length();
        if (room < 0) {
            problem(note, stored, value.place(0), "the values before it are too long; it is not decoded");
            return new ItemValue.Undecoded("not decoded");
        }
        if (stored.isCompressed()) {
            String what = "compressed, " + value.u32(0) + " bytes originally";
            problem(note, stored, value.place(0), what + "; it is not decoded");
            return new ItemValue.Undecoded(what);
        }
        if (sealed && stored.isSeal()) {
            return NsfValues.raw(value);
        }
        ItemValue decoded = values.decode(type, value);
        if (lmbcs.tellFlawed()) {
            problem(note, stored, value.place(0), "its text holds bytes that stand for no character");
        }
        return decoded;
    }

    /** The stored bytes of an item. */
    NsfBytes stored(NsfNote note, StoredItem stored) throws NsfDamage {
        if (stored.isSummary()) {
            return note.slot().part(stored.start(), stored.length());
        }
        if (nonSummaryValues == null) {
            nonSummaryValues = nonSummary.of(note);
        }
        return nonSummaryValues.part(stored.start(), stored.length());
    }

    /** Where an item is; the note itself where its value cannot be reached. */
    ItemPlace place(NsfNote note, StoredItem stored) {
        try {
            return new ItemPlace(
                    stored.duplicate(), file.place(stored(note, stored).place(0)));
        } catch (NsfDamage e) {
            return new ItemPlace(stored.duplicate(), file.place(note.slot().place(0)));
        }
    }

    private Item item(NsfNote note, StoredItem stored, ItemType type, ItemValue value) {
        Set<ItemFlag> flags = flags(stored.flags());
        if (sealed && stored.isSeal()) {
            flags = EnumSet.copyOf(flags);
            flags.add(ItemFlag.SEALED);
        }
        return new Item(names.name(stored.nameIndex()), type, value, flags, true, stored.sequenceIn(note.sequence()));
    }

    private Set<ItemFlag> flags(int stored) {
        int known = stored & (KNOWN_FLAGS - 1);
        Set<ItemFlag> flags = flagSets.get(known);
        if (flags == null) {
            EnumSet<ItemFlag> set = EnumSet.noneOf(ItemFlag.class);
            add(set, known, 0x0001, ItemFlag.SIGNED);
            add(set, known, 0x0002, ItemFlag.SEAL);
            add(set, known, 0x0004, ItemFlag.SUMMARY);
            add(set, known, 0x0020, ItemFlag.AUTHORS);
            add(set, known, 0x0040, ItemFlag.NAMES);
            add(set, known, 0x0100, ItemFlag.PLACEHOLDER);
            add(set, known, 0x0200, ItemFlag.PROTECTED);
            add(set, known, 0x0400, ItemFlag.READERS);
            flags = Set.copyOf(set);
            flagSets.set(known, flags);
        }
        return flags;
    }

    private static void add(Set<ItemFlag> flags, int stored, int bit, ItemFlag flag) {
        if ((stored & bit) != 0) {
            flags.add(flag);
        }
    }

    private void problem(NsfNote note, StoredItem stored, long offset, String text) {
        String name = names.name(stored.nameIndex()).replaceAll("\\p{Cntrl}", "?");
        problems.add(offset, "note " + NsfProblems.id(note.noteId()) + ", item " + name + ": " + text);
    }
}
