package dirsh.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NotesTime;
import dirsh.model.Place;
import dirsh.model.Unid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What every address book does alike. A subclass supplies a book that holds the documents of {@link #content()}, fresh
 * for each test.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AddressBookContract {

    /** A person whose flag is as a form saves it. */
    protected static final Unid JANE = new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD002D5190L);

    /** A person whose flag is stored twice, with another item between, and not in the summary the second time. */
    protected static final Unid JOHN = new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD002D5191L);

    /** A group without the flag. */
    protected static final Unid STAFF = new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD002D5192L);

    private static final Unid NOBODY = new Unid(1, 1);
    private static final String FLAG = "AvailableForDirSync";
    private static final String USER = "CN=Admin Two/O=Acme";
    private static final Instant NOW = Instant.parse("2026-11-22T13:15:00.420Z");

    /** The documents every book under this contract holds, in this order. */
    protected static List<Note> content() {
        return List.of(
                note(JANE)
                        .item(Item.text("Form", "Person"))
                        .item(Item.textList("FullName", List.of("CN=Jane Doe/O=Acme", "Jane Doe")))
                        .item(flag("1", Set.of(ItemFlag.SUMMARY, ItemFlag.PROTECTED)))
                        .item(Item.text("LastName", "Doe"))
                        .build(),
                note(JOHN)
                        .item(Item.text("Form", "Person"))
                        .item(flag("1", Set.of(ItemFlag.SUMMARY)))
                        .item(Item.text("LastName", "Dö & <Söhne>"))
                        .item(flag("0", Set.of()))
                        .build(),
                note(STAFF)
                        .item(Item.text("Form", "Group"))
                        .item(Item.text("ListName", "Staff"))
                        .item(new Item(
                                "DocReaders",
                                ItemType.TEXT,
                                ItemValue.Texts.of("CN=Admin One/O=Acme"),
                                Set.of(ItemFlag.SUMMARY, ItemFlag.NAMES, ItemFlag.READERS),
                                false,
                                0))
                        .build());
    }

    private static Note.Builder note(Unid unid) {
        return Note.builder(unid).sequence(2).updatedBy("CN=Admin One/O=Acme").place(Place.line("memory", 0, 0));
    }

    private static Item flag(String value, Set<ItemFlag> flags) {
        return new Item(FLAG, ItemType.TEXT, ItemValue.Texts.of(value), flags, !flags.contains(ItemFlag.SUMMARY), 0);
    }

    /** A book with the documents of {@link #content()}. */
    protected abstract AddressBook book();

    /** How a book gives back an item of {@link #content()}. */
    protected Item asStored(Item item) {
        return item;
    }

    private static List<Note> scanned(AddressBook book, Projection projection) {
        List<Note> notes = new ArrayList<>();
        book.scan(projection, new Cancellation(), notes::add);
        return notes;
    }

    private static NoteEdit edit(Unid unid, int sequence, NoteEdit.Content content) {
        return new NoteEdit(unid, sequence, FLAG, content, NOW, USER);
    }

    private static NoteEdit.Text yes() {
        return new NoteEdit.Text("1", Set.of(ItemFlag.SUMMARY, ItemFlag.PROTECTED));
    }

    private static List<String> names(Note note) {
        return note.items().stream().map(Item::name).toList();
    }

    private static List<Item> others(Note note) {
        return note.items().stream().filter(item -> !item.isNamed(FLAG)).toList();
    }

    @Test
    void a_scan_gives_all_documents_in_stored_order() {
        List<Note> notes = scanned(book(), Projection.ALL);
        assertThat(notes).extracting(Note::unid).containsExactly(JANE, JOHN, STAFF);
        assertThat(notes)
                .extracting(Note::items)
                .containsExactlyElementsOf(content().stream()
                        .map(note -> note.items().stream().map(this::asStored).toList())
                        .toList());
        assertThat(notes).extracting(Note::sequence).containsOnly(2);
    }

    @Test
    void a_projection_gives_the_named_items_whatever_their_case_and_every_list_of_readers() {
        List<Note> notes = scanned(book(), Projection.of(List.of("LASTNAME", "listname")));
        assertThat(notes)
                .extracting(AddressBookContract::names)
                .containsExactly(List.of("LastName"), List.of("LastName"), List.of("ListName", "DocReaders"));
    }

    @Test
    void a_point_read_gives_what_a_scan_gives() {
        AddressBook book = book();
        for (Note note : scanned(book, Projection.ALL)) {
            assertThat(book.read(note.unid())).contains(note);
        }
    }

    @Test
    void a_point_read_needs_no_scan() {
        assertThat(book().read(JOHN).orElseThrow().text("LastName")).isEqualTo("Dö & <Söhne>");
    }

    @Test
    void an_unknown_document_is_not_there() {
        assertThat(book().read(NOBODY)).isEmpty();
        assertThat(book().images(NOBODY, FLAG)).isEmpty();
    }

    @Test
    void a_cancelled_scan_ends() {
        Cancellation cancellation = new Cancellation();
        List<Note> notes = new ArrayList<>();
        assertThatThrownBy(() -> book().scan(Projection.ALL, cancellation, note -> {
                    notes.add(note);
                    cancellation.request();
                }))
                .isInstanceOfSatisfying(DirshException.class, e -> assertThat(e.outcome())
                        .isEqualTo(DirshException.Outcome.INTERRUPTED));
        assertThat(notes).hasSize(1);
    }

    @Test
    protected void a_save_leaves_one_item_of_the_name_where_the_first_was() {
        BookWriter writer = book().writer(new MemoryOverlay());
        Note saved = writer.save(edit(JOHN, 2, yes()));
        assertThat(names(saved)).containsExactly("Form", FLAG, "LastName");
        Item item = saved.first(FLAG).orElseThrow();
        assertThat(item.texts()).containsExactly("1");
        assertThat(item.type()).isEqualTo(ItemType.TEXT);
        assertThat(item.flags()).containsExactlyInAnyOrder(ItemFlag.SUMMARY, ItemFlag.PROTECTED);
    }

    @Test
    void a_save_appends_an_item_that_was_missing() {
        Note saved = book().writer(new MemoryOverlay()).save(edit(STAFF, 2, yes()));
        assertThat(names(saved)).containsExactly("Form", "ListName", "DocReaders", FLAG);
    }

    @Test
    void a_save_writes_a_text_without_summary_when_told_so() {
        Note saved = book().writer(new MemoryOverlay()).save(edit(JANE, 2, new NoteEdit.Text("0", Set.of())));
        assertThat(saved.first(FLAG).orElseThrow().flags()).isEmpty();
        assertThat(saved.text(FLAG)).isEqualTo("0");
    }

    @Test
    protected void a_save_sets_the_stamps_of_a_save() {
        Note saved = book().writer(new MemoryOverlay()).save(edit(JANE, 2, yes()));
        assertThat(saved.sequence()).isEqualTo(3);
        assertThat(saved.times().revised()).isEqualTo(NotesTime.of(NOW));
        assertThat(saved.times().modified()).isEqualTo(NotesTime.of(NOW));
        assertThat(saved.updatedBy()).containsExactly("CN=Admin One/O=Acme", USER);
        assertThat(saved.revisions()).containsExactly(NotesTime.of(NOW));
    }

    @Test
    protected void a_second_save_by_the_same_user_names_the_user_once() {
        BookWriter writer = book().writer(new MemoryOverlay());
        writer.save(edit(JANE, 2, yes()));
        Note saved = writer.save(edit(JANE, 3, yes()));
        assertThat(saved.sequence()).isEqualTo(4);
        assertThat(saved.updatedBy()).containsExactly("CN=Admin One/O=Acme", USER);
        assertThat(saved.revisions()).hasSize(2);
    }

    @Test
    protected void a_save_changes_no_other_item() {
        AddressBook book = book();
        Note before = book.read(JANE).orElseThrow();
        Note after = book.writer(new MemoryOverlay()).save(edit(JANE, 2, yes()));
        assertThat(others(after)).isEqualTo(others(before));
        assertThat(names(after)).isEqualTo(names(before));
        assertThat(after.place()).isEqualTo(before.place());
    }

    @Test
    void a_save_against_another_sequence_is_a_conflict_and_saves_nothing() {
        AddressBook book = book();
        BookWriter writer = book.writer(new MemoryOverlay());
        Note before = writer.read(JANE).orElseThrow();
        assertThatThrownBy(() -> writer.save(edit(JANE, 1, yes()))).isInstanceOf(SaveConflictException.class);
        assertThat(writer.read(JANE)).contains(before);
    }

    @Test
    void a_save_of_a_document_that_is_gone_is_a_conflict() {
        BookWriter writer = book().writer(new MemoryOverlay());
        assertThatThrownBy(() -> writer.save(edit(NOBODY, 1, yes()))).isInstanceOf(SaveConflictException.class);
    }

    @Test
    void a_writer_reads_what_it_saved() {
        BookWriter writer = book().writer(new MemoryOverlay());
        Note saved = writer.save(edit(JOHN, 2, yes()));
        assertThat(writer.read(JOHN)).contains(saved);
    }

    @Test
    protected void images_put_back_every_item_as_and_where_it_was() {
        AddressBook book = book();
        Note before = book.read(JOHN).orElseThrow();
        List<ItemImage> images = book.images(JOHN, FLAG);
        assertThat(images).extracting(ItemImage::index).containsExactly(1, 3);
        BookWriter writer = book.writer(new MemoryOverlay());
        writer.save(edit(JOHN, 2, yes()));
        Note after = writer.save(edit(JOHN, 3, new NoteEdit.Images(images)));
        // A live store gives an item that was put back the sequence of the save.
        assertThat(after.items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sequence")
                .isEqualTo(before.items());
        assertThat(after.sequence()).isEqualTo(4);
    }

    @Test
    void no_images_take_the_item_away() {
        AddressBook book = book();
        Note before = book.read(STAFF).orElseThrow();
        List<ItemImage> none = book.images(STAFF, FLAG);
        assertThat(none).isEmpty();
        BookWriter writer = book.writer(new MemoryOverlay());
        writer.save(edit(STAFF, 2, yes()));
        Note after = writer.save(edit(STAFF, 3, new NoteEdit.Images(none)));
        assertThat(after.items()).isEqualTo(before.items());
    }

    @Test
    void what_was_published_is_in_the_book() {
        AddressBook book = book();
        String token = book.contentToken();
        assertThat(book.contentToken()).isEqualTo(token);
        BookWriter writer = book.writer(new MemoryOverlay());
        Note saved = writer.save(edit(JOHN, 2, yes()));
        writer.publish();
        assertThat(book.read(JOHN).orElseThrow().items()).isEqualTo(saved.items());
        assertThat(scanned(book, Projection.ALL)).extracting(Note::sequence).containsExactly(2, 3, 2);
        assertThat(book.contentToken()).isNotEqualTo(token);
    }

    @Test
    void a_book_says_what_it_is_and_can_do() {
        AddressBook book = book();
        assertThat(book.identity().lockKey()).isNotEmpty();
        assertThat(book.identity().replicaId()).isEqualTo("86257A1B0042C0DE");
        assertThat(book.features()).contains(BookFeature.ITEM_DETAILS, BookFeature.SAVES);
    }
}
