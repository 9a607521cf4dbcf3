package dirsh.source.domino;

import com.mindoo.domino.jna.NotesItem;
import com.mindoo.domino.jna.NotesNote;
import com.mindoo.domino.jna.constants.ItemType;
import com.mindoo.domino.jna.constants.UpdateNote;
import com.mindoo.domino.jna.errors.NotesError;
import dirsh.model.DirshException;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteEdit;
import dirsh.source.SaveConflictException;
import dirsh.source.SaveRefusedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Saves documents one by one, each at once. A save says which sequence it expects and is never forced, so that Domino
 * itself refuses it where somebody else was faster.
 */
final class NoteWriter implements BookWriter {

    private static final Map<ItemFlag, ItemType> FLAGS = flags();

    private final NotesThread notes;
    private final NoteReading reading;
    private final Replica replica;
    private final Runnable onSave;

    NoteWriter(NotesThread notes, NoteReading reading, Replica replica, Runnable onSave) {
        this.notes = notes;
        this.reading = reading;
        this.replica = replica;
        this.onSave = onSave;
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return notes.run(() -> reading.read(unid));
    }

    @Override
    public Note save(NoteEdit edit) {
        return notes.run(() -> saved(edit));
    }

    private Note saved(NoteEdit edit) {
        NotesNote note = reading.open(edit.unid());
        if (note == null) {
            throw gone(edit.unid());
        }
        try {
            int sequence = note.getOID().getSequence();
            if (sequence != edit.expectedSequence()) {
                throw new SaveConflictException("document " + edit.unid() + " was saved by somebody else: sequence "
                        + sequence + ", expected " + edit.expectedSequence());
            }
            refuse(note, edit);
            replace(note, edit);
            update(note, edit.unid());
        } finally {
            note.recycle();
        }
        Note saved = reading.read(edit.unid()).orElseThrow(() -> gone(edit.unid()));
        onSave.run();
        return saved;
    }

    private static SaveConflictException gone(Unid unid) {
        return new SaveConflictException("document " + unid + " is no longer there");
    }

    /** The library updates a ghost note past every check, and a signature would no longer hold. */
    private void refuse(NotesNote note, NoteEdit edit) {
        String why = note.isGhost()
                ? "it is a profile or a hidden document"
                : note.isTruncated()
                        ? "it is truncated here"
                        : note.hasItem("$Signature")
                                ? "it is signed"
                                : note.isReadOnly() ? "it is read-only for " + replica.who() : "";
        if (!why.isEmpty()) {
            throw new SaveRefusedException("document " + edit.unid() + " is not saved: " + why);
        }
        boolean guarded =
                edit.content() instanceof NoteEdit.Text text && text.flags().contains(ItemFlag.PROTECTED);
        for (NotesItem item : NoteReading.items(note, edit.itemName())) {
            guarded |= item.isProtected();
        }
        if (guarded) {
            replica.protectedRefusal().ifPresent(refusal -> {
                throw new SaveRefusedException("document " + edit.unid() + " is not saved: " + refusal);
            });
        }
    }

    private static void replace(NotesNote note, NoteEdit edit) {
        List<NotesItem> old = NoteReading.items(note, edit.itemName());
        String name = old.isEmpty() ? edit.itemName() : old.get(0).getName();
        if (edit.content() instanceof NoteEdit.Text text) {
            note.replaceItemValue(name, types(text.flags()), text.value());
        } else if (edit.content() instanceof NoteEdit.Images kept) {
            List<ItemImageText> images = new ArrayList<>();
            for (ItemImage image : kept.images()) {
                image.lost().ifPresent(what -> {
                    throw new SaveRefusedException(
                            "document " + edit.unid() + " is not saved: " + what + " cannot be put back");
                });
                images.add(ItemImageText.parse(image.encoded()));
            }
            while (note.hasItem(name)) {
                note.removeItem(name);
            }
            images.forEach(image -> note.appendItemValue(image.name(), types(image.flags()), image.value()));
        }
    }

    private static void update(NotesNote note, Unid unid) {
        try {
            note.update(EnumSet.noneOf(UpdateNote.class));
        } catch (NotesError e) {
            NotesFailure failure = NotesFailure.of(e.getId(), e.getMessage());
            if (failure.number() == NotesFailure.CONFLICT) {
                throw new SaveConflictException("document " + unid + " was saved by somebody else meanwhile");
            }
            if (failure.isGone()) {
                throw gone(unid);
            }
            if (failure.number() == NotesFailure.NO_RIGHTS) {
                throw new SaveRefusedException("document " + unid + " is not saved: no right to edit it");
            }
            throw DirshException.failed("document " + unid + " could not be saved: " + failure.sentence(), "doctor", e);
        }
    }

    @Override
    public void publish() {}

    private static EnumSet<ItemType> types(Set<ItemFlag> flags) {
        EnumSet<ItemType> types = EnumSet.noneOf(ItemType.class);
        FLAGS.forEach((flag, type) -> {
            if (flags.contains(flag)) {
                types.add(type);
            }
        });
        return types;
    }

    private static Map<ItemFlag, ItemType> flags() {
        Map<ItemFlag, ItemType> flags = new EnumMap<>(ItemFlag.class);
        flags.put(ItemFlag.SUMMARY, ItemType.SUMMARY);
        flags.put(ItemFlag.PROTECTED, ItemType.PROTECTED);
        flags.put(ItemFlag.NAMES, ItemType.NAMES);
        flags.put(ItemFlag.READERS, ItemType.READERS);
        flags.put(ItemFlag.AUTHORS, ItemType.READWRITERS);
        flags.put(ItemFlag.SIGNED, ItemType.SIGN);
        flags.put(ItemFlag.SEAL, ItemType.SEAL);
        flags.put(ItemFlag.PLACEHOLDER, ItemType.PLACEHOLDER);
        return flags;
    }
}
