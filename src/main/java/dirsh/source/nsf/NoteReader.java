package dirsh.source.nsf;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemPlace;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns notes of the file into notes of the model, with the items of one projection. */
final class NoteReader {

    private static final int REFERENCE_SIZE = 2 + 16;

    private final NsfStore store;
    private final NsfProblems problems;
    private final Role[] roles;
    private final boolean[] shown;
    private final ItemTable table;
    private final ItemDecoder decoder;

    /** What an item says about its note, by its name. */
    private enum Role {
        NONE,
        NAME,
        CONFLICT,
        PARENT,
        EDITORS,
        REVISIONS,
        SEAL;

        static Role of(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "$name" -> NAME;
                case "$conflict" -> CONFLICT;
                case "$ref" -> PARENT;
                case "$updatedby" -> EDITORS;
                case "$revisions" -> REVISIONS;
                case "$seal", "$sealdata" -> SEAL;
                default -> NONE;
            };
        }
    }

    NoteReader(NsfStore store, Projection projection, NsfProblems problems) {
        this.store = store;
        this.problems = problems;
        ItemNames names = store.names();
        roles = new Role[names.count()];
        shown = new boolean[names.count()];
        boolean[] wanted = new boolean[names.count()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = Role.of(names.name(i));
            shown[i] = projection.takes(names.name(i));
            wanted[i] = shown[i] || roles[i] != Role.NONE;
        }
        table = new ItemTable(names, wanted);
        decoder = new ItemDecoder(store.file(), names, new NonSummaryData(store.file(), store.nonSummary()), problems);
    }

    /**
     * Reads a data document; empty if it proves to be a named note.
     *
     * @throws NsfDamage if the note cannot be read as a whole
     */
    Optional<Note> read(NsfNote stored) throws NsfDamage {
        List<StoredItem> entries = entries(stored);
        Note.Builder note = Note.builder(stored.unid());
        List<Item> items = new ArrayList<>(entries.size());
        if (stored.hasParent()) {
            note.flag(NoteFlag.RESPONSE);
        }
        for (StoredItem entry : entries) {
            Role role = roles[entry.nameIndex()];
            if (role == Role.NAME) {
                return Optional.empty();
            }
            Item item = decoder.decode(stored, entry);
            if (role != Role.NONE) {
                take(role, item, note, stored);
            }
            if (shown[entry.nameIndex()] || item.has(ItemFlag.READERS)) {
                items.add(item);
            }
        }
        if (isSuspect(stored)) {
            note.flag(NoteFlag.TRUNCATED);
        }
        return Optional.of(note.noteId(stored.noteId())
                .sequence(stored.sequence())
                .times(times(stored))
                .replicaId(store.header().replicaId())
                .summarySize(table.summaryBytes())
                .items(items)
                .place(store.file().place(stored.slot().place(0)))
                .build());
    }

    /** Where the items of a document are, in the order of its items. */
    List<ItemPlace> places(NsfNote stored) throws NsfDamage {
        List<ItemPlace> places = new ArrayList<>();
        for (StoredItem entry : entries(stored)) {
            if (shown[entry.nameIndex()] || (entry.flags() & StoredItem.READERS) != 0) {
                places.add(decoder.place(stored, entry));
            }
        }
        return places;
    }

    private List<StoredItem> entries(NsfNote stored) throws NsfDamage {
        table.read(stored);
        List<StoredItem> entries = table.picked();
        boolean sealed = false;
        for (StoredItem entry : entries) {
            sealed |= roles[entry.nameIndex()] == Role.SEAL;
        }
        decoder.begin(sealed);
        return entries;
    }

    /** Notes of which some items may be wrong or absent must not be judged by their items. */
    private boolean isSuspect(NsfNote stored) {
        long offset = stored.slot().place(0);
        if (stored.isTorn()) {
            problem(
                    stored,
                    offset,
                    "its bucket holds sectors of different writes, so its items are not judged;"
                            + " take a copy with the server down, or a new replica");
        }
        if (table.unnamed() > 0) {
            problem(stored, offset, table.unnamed() + " items refer to no name and are passed over");
        }
        return stored.isTorn() || table.unnamed() > 0 || store.isCarved();
    }

    private void take(Role role, Item item, Note.Builder note, NsfNote stored) {
        if (item.has(ItemFlag.PLACEHOLDER)) {
            return;
        }
        switch (role) {
            case CONFLICT -> note.flag(NoteFlag.CONFLICT);
            case PARENT -> parent(item, note, stored);
            case EDITORS -> item.texts().forEach(note::updatedBy);
            case REVISIONS -> {
                if (item.value() instanceof ItemValue.Times times) {
                    times.values().forEach(note::revision);
                }
            }
            case NONE, NAME, SEAL -> {
                // They say nothing that is kept beside the items.
            }
        }
    }

    private void parent(Item item, Note.Builder note, NsfNote stored) {
        note.flag(NoteFlag.RESPONSE);
        if (item.type().equals(ItemType.NOTE_REFERENCES)
                && item.value() instanceof ItemValue.Raw raw
                && raw.hex().length() >= 2 * REFERENCE_SIZE) {
            note.parent(reference(raw.hex()));
        } else {
            problem(stored, stored.slot().place(0), "the item $Ref holds no reference");
        }
    }

    private static Unid reference(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex, 0, 2 * REFERENCE_SIZE);
        return NsfNote.unid(NsfBytes.of(bytes, 0), Short.BYTES);
    }

    private NoteTimes times(NsfNote stored) {
        return new NoteTimes(
                // The second half of a UNID need not be a time.
                NsfTimes.of(stored.unid().low()).orElse(null),
                time(stored, stored.modified()),
                time(stored, stored.sequenceTime()),
                time(stored, stored.addedToFile()));
    }

    private @Nullable NotesTime time(NsfNote stored, long time) {
        if (!NsfTimes.isValid(time)) {
            problem(stored, stored.slot().place(0), "a time in its header is none");
        }
        return NsfTimes.of(time).orElse(null);
    }

    private void problem(NsfNote stored, long offset, String text) {
        problems.add(offset, "note " + NsfProblems.id(stored.noteId()) + ": " + text);
    }
}
