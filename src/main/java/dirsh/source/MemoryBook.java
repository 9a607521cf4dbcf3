package dirsh.source;

import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An address book in memory that behaves as a live one: each save counts at once. For tests and scripts. */
public final class MemoryBook implements AddressBook {

    private final BookIdentity identity;
    private final Map<Unid, Note> notes = new LinkedHashMap<>();
    private final List<Item> imaged = new ArrayList<>();
    private int changes;

    public MemoryBook(String name, String replicaId, Collection<Note> content) {
        this.identity = new BookIdentity(name, "memory", name, replicaId, "memory:" + name);
        for (Note note : content) {
            notes.put(note.unid(), note);
        }
    }

    @Override
    public BookIdentity identity() {
        return identity;
    }

    @Override
    public Set<BookFeature> features() {
        return EnumSet.of(BookFeature.ITEM_DETAILS, BookFeature.SAVES, BookFeature.LIVE);
    }

    @Override
    public void scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        for (Note note : List.copyOf(notes.values())) {
            cancellation.check();
            List<Item> taken = note.items().stream().filter(projection::takes).toList();
            sink.note(note.toBuilder().items(taken).build());
        }
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return Optional.ofNullable(notes.get(unid));
    }

    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        List<ItemImage> images = new ArrayList<>();
        List<Item> items = read(unid).map(Note::items).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isNamed(itemName)) {
                images.add(new ItemImage(i, Integer.toString(imaged.size())));
                imaged.add(items.get(i));
            }
        }
        return images;
    }

    @Override
    public String contentToken() {
        return Integer.toString(changes);
    }

    /** Puts a document into the book, as another user's save would. */
    public void put(Note note) {
        notes.put(note.unid(), note);
        changes++;
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        return new Writer();
    }

    @Override
    public void close() {}

    private final class Writer implements BookWriter {
        @Override
        public Optional<Note> read(Unid unid) {
            return MemoryBook.this.read(unid);
        }

        @Override
        public Note save(NoteEdit edit) {
            Note old = notes.get(edit.unid());
            if (old == null) {
                throw new SaveConflictException("document " + edit.unid() + " is no longer there");
            }
            if (old.sequence() != edit.expectedSequence()) {
                throw new SaveConflictException("document " + edit.unid() + " was saved by somebody else: sequence "
                        + old.sequence() + ", expected " + edit.expectedSequence());
            }
            NotesTime now = NotesTime.of(edit.time());
            Note.Builder builder = old.toBuilder();
            List<String> users = old.updatedBy();
            if (users.isEmpty() || !users.get(users.size() - 1).equals(edit.user())) {
                builder.updatedBy(edit.user());
            }
            Note saved = builder.sequence(old.sequence() + 1)
                    .times(new NoteTimes(
                            old.times().created(), now, now, old.times().addedToFile()))
                    .revision(now)
                    .items(edited(old, edit))
                    .build();
            put(saved);
            return saved;
        }

        @Override
        public void publish() {}
    }

    private List<Item> edited(Note note, NoteEdit edit) {
        List<Item> items = new ArrayList<>();
        int firstAt = -1;
        for (Item item : note.items()) {
            if (!item.isNamed(edit.itemName())) {
                items.add(item);
            } else if (firstAt < 0) {
                firstAt = items.size();
            }
        }
        if (edit.content() instanceof NoteEdit.Text text) {
            String name = note.first(edit.itemName()).map(Item::name).orElse(edit.itemName());
            ItemValue value = ItemValue.Texts.of(text.value());
            items.add(
                    firstAt < 0 ? items.size() : firstAt,
                    new Item(name, ItemType.TEXT, value, text.flags(), false, note.sequence() + 1));
        } else if (edit.content() instanceof NoteEdit.Images kept) {
            for (ItemImage image : kept.images()) {
                Item item = imaged.get(Integer.parseInt(image.encoded()));
                items.add(
                        Math.min(image.index(), items.size()),
                        new Item(
                                item.name(),
                                item.type(),
                                item.value(),
                                item.flags(),
                                item.summaryStated(),
                                note.sequence() + 1));
            }
        }
        return items;
    }
}
