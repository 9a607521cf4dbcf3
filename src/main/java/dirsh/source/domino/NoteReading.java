package dirsh.source.domino;

import com.mindoo.domino.jna.NotesDatabase;
import com.mindoo.domino.jna.NotesItem;
import com.mindoo.domino.jna.NotesNote;
import com.mindoo.domino.jna.NotesTimeDate;
import com.mindoo.domino.jna.errors.NotesError;
import com.mindoo.domino.jna.internal.DisposableMemory;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Place;
import dirsh.model.Unid;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens documents of one database and reads them with every item, flag and duplicate. On the Notes thread only. */
final class NoteReading {

    /** A type word and not a character: the length of an empty text (the library fails on it). */
    private static final int EMPTY = 2;

    /** Bytes of a value that are kept where it is not decoded. */
    private static final int MOST_RAW = 256;

    private final NotesDatabase database;
    private final Place place;
    private final String replicaId;

    NoteReading(NotesDatabase database, String address, String replicaId) {
        this.database = database;
        this.place = Place.line(address, 0, 0);
        this.replicaId = replicaId;
    }

    Place place() {
        return place;
    }

    String replicaId() {
        return replicaId;
    }

    /** The document with all its items; empty where there is none, or only its deletion stub. */
    Optional<Note> read(Unid unid) {
        NotesNote note = open(unid);
        if (note == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(note, Projection.ALL));
        } finally {
            note.recycle();
        }
    }

    /** The open document; null where there is none, or only its deletion stub. To be recycled by the caller. */
    @Nullable
    NotesNote open(Unid unid) {
        try {
            return database.openNoteByUnid(unid.toString());
        } catch (NotesError e) {
            NotesFailure failure = NotesFailure.of(e.getId(), e.getMessage());
            if (failure.isGone()) {
                return null;
            }
            throw DirshException.failed(
                    "document " + unid + " cannot be opened: " + failure.sentence(), "show " + unid, e);
        }
    }

    /** Reads a document found by a search. */
    Note read(int noteId, Projection projection) {
        NotesNote note = database.openNoteById(noteId);
        try {
            return read(note, projection);
        } finally {
            note.recycle();
        }
    }

    /** Reads an open document. */
    Note read(NotesNote note, Projection projection) {
        Unid unid = Unid.parse(note.getUNID()).orElseThrow();
        int sequence = note.getOID().getSequence();
        Note.Builder builder = Note.builder(unid)
                .noteId(note.getNoteId())
                .sequence(sequence)
                .replicaId(replicaId)
                .place(place)
                .times(new NoteTimes(
                        null,
                        time(note.getLastModifiedAsTimeDate()),
                        time(note.getOID().getSequenceTime()),
                        time(note.getAddedToFileTimeAsTimeDate())));
        if (note.isTruncated()) {
            builder.flag(NoteFlag.TRUNCATED);
        }
        if (note.isGhost()) {
            builder.flag(NoteFlag.NAMED);
        }
        note.setPreferNotesTimeDates(true);
        boolean encrypted = note.hasItem("$Seal") || note.hasItem("$SealData");
        int summary = 0;
        for (NotesItem stored : items(note, "")) {
            summary += stored.isSummary() ? stored.getName().length() + stored.getValueLength() : 0;
            add(builder, stored, sequence, encrypted, projection);
        }
        return builder.summarySize(summary).build();
    }

    private static void add(
            Note.Builder builder, NotesItem stored, int sequence, boolean encrypted, Projection projection) {
        String name = stored.getName();
        Item item = item(stored, sequence, encrypted);
        if (Note.isStamp(name)) {
            item.texts().forEach(builder::updatedBy);
            if (item.value() instanceof ItemValue.Times times) {
                times.values().forEach(builder::revision);
            }
            return;
        }
        if (name.equalsIgnoreCase("$Conflict")) {
            builder.flag(NoteFlag.CONFLICT);
        }
        if (name.equalsIgnoreCase("$REF")) {
            builder.flag(NoteFlag.RESPONSE);
            parent(stored).ifPresent(builder::parent);
        }
        if (projection.takes(item)) {
            builder.item(item);
        }
    }

    private static Optional<Unid> parent(NotesItem stored) {
        List<?> values = NotesThread.orElse(stored::getValues, List.<Object>of());
        return values.isEmpty() ? Optional.empty() : Unid.parse(String.valueOf(values.get(0)));
    }

    /** All items of a name, or of every name if it is empty, duplicates included. */
    static List<NotesItem> items(NotesNote note, String name) {
        List<NotesItem> items = new ArrayList<>();
        note.getItems(name, item -> {
            items.add(item);
            return NotesNote.IItemCallback.Action.Continue;
        });
        return items;
    }

    private static Item item(NotesItem stored, int noteSequence, boolean encrypted) {
        Set<ItemFlag> flags = flags(stored);
        if (encrypted && flags.contains(ItemFlag.SEAL)) {
            flags.add(ItemFlag.SEALED);
        }
        ItemType type = new ItemType(stored.getType() & 0xFFFF);
        ItemValue value = flags.contains(ItemFlag.SEALED) ? raw(stored) : value(stored, type);
        return new Item(stored.getName(), type, value, flags, true, ItemValues.sequence(stored.getSeq(), noteSequence));
    }

    private static ItemValue value(NotesItem stored, ItemType type) {
        if (type.equals(ItemType.NONE)) {
            return new ItemValue.Absent();
        }
        if (type.equals(ItemType.RICH_TEXT)) {
            return new ItemValue.RichText(
                    NotesThread.orElse(() -> stored.getParent().getRichtextContentAsText(stored.getName()), ""));
        }
        if (type.isText()
                || type.equals(ItemType.NUMBER)
                || type.equals(ItemType.NUMBER_LIST)
                || type.equals(ItemType.TIME)
                || type.equals(ItemType.TIME_LIST)) {
            return ItemValues.of(type, stored.getValueLength() > EMPTY ? decoded(stored.getValues()) : List.of());
        }
        return raw(stored);
    }

    /** The values with Notes times as those of Java. */
    private static List<Object> decoded(List<?> values) {
        List<Object> decoded = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof NotesTimeDate time) {
                time.toTemporal().ifPresent(decoded::add);
            } else {
                decoded.add(value);
            }
        }
        return decoded;
    }

    private static ItemValue raw(NotesItem stored) {
        int length = stored.getValueLength() - EMPTY;
        if (length <= 0) {
            return new ItemValue.Raw("");
        }
        DisposableMemory bytes = stored.getValueRaw(false);
        try {
            return new ItemValue.Raw(java.util.HexFormat.of()
                    .withUpperCase()
                    .formatHex(bytes.getByteArray(0, Math.min(length, MOST_RAW))));
        } finally {
            bytes.dispose();
        }
    }

    private static Set<ItemFlag> flags(NotesItem item) {
        Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
        add(flags, item.isSummary(), ItemFlag.SUMMARY);
        add(flags, item.isProtected(), ItemFlag.PROTECTED);
        add(flags, item.isNames(), ItemFlag.NAMES);
        add(flags, item.isReaders(), ItemFlag.READERS);
        add(flags, item.isReadWriters(), ItemFlag.AUTHORS);
        add(flags, item.isSigned(), ItemFlag.SIGNED);
        add(flags, item.isSealed(), ItemFlag.SEAL);
        add(flags, item.isPlaceholder(), ItemFlag.PLACEHOLDER);
        return flags;
    }

    private static void add(Set<ItemFlag> flags, boolean set, ItemFlag flag) {
        if (set) {
            flags.add(flag);
        }
    }

    /** A time of the header; null where it is not valid. */
    static @Nullable NotesTime time(@Nullable NotesTimeDate time) {
        return time == null ? null : time.toTemporal().flatMap(ItemValues::time).orElse(null);
    }
}
