package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.AddressBookContract;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.MemoryOverlay;
import dirsh.source.NoteEdit;
import dirsh.source.OpenOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The contract of address books over Domino, to be run in a process of its own by {@link DominoIntegrationTest}. Domino
 * appends what is saved, stamps by its own clock and name, and states every flag: those tests are put in its words.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DominoContract extends AddressBookContract {

    private static final Domino DOMINO = new Domino(System.getenv());
    private static final Path STORE = Path.of(System.getenv().getOrDefault("NOTES_STUB_STORE", "store.txt"));
    private static final String FLAG = StubStore.FLAG;

    /** Runs the tests of this class; exit code 1 if one fails or none was found. */
    public static void main(String[] arguments) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(DominoContract.class))
                                .build(),
                        summary);
        DOMINO.close();
        summary.getSummary()
                .getFailures()
                .forEach(failure -> System.err.println(
                        failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
        long failed = summary.getSummary().getTestsFailedCount();
        System.err.println(summary.getSummary().getTestsSucceededCount() + " passed, " + failed + " failed");
        System.exit(failed == 0 && summary.getSummary().getTestsSucceededCount() > 0 ? 0 : 1);
    }

    @Override
    protected AddressBook book() {
        StubStore store = new StubStore("86257A1B0042C0DE", 6);
        int id = 0x8F6;
        for (Note note : content()) {
            id += 4;
            store.line(
                    "NOTE",
                    Integer.toHexString(id),
                    note.unid(),
                    2,
                    178_000_000_000L,
                    178_000_000_000L,
                    "0001",
                    "0000",
                    "-");
            for (Item item : note.items()) {
                store.item(
                        item.name(),
                        item.texts().size() == 1 ? "TEXT" : "TEXT_LIST",
                        flags(item.flags()),
                        0,
                        item.texts().toArray(String[]::new));
            }
            store.item("$UpdatedBy", "TEXT_LIST", "0044", 2, "CN=Admin One/O=Acme");
        }
        store.write(STORE);
        return DOMINO.open(StubStore.ADDRESS, FLAG, OpenOptions.DEFAULT);
    }

    private static String flags(Set<ItemFlag> flags) {
        Map<ItemFlag, Integer> bits =
                Map.of(ItemFlag.SUMMARY, 0x4, ItemFlag.NAMES, 0x40, ItemFlag.PROTECTED, 0x200, ItemFlag.READERS, 0x400);
        int word = flags.stream().mapToInt(bits::get).sum();
        return String.format(java.util.Locale.ROOT, "%04X", word);
    }

    @Override
    protected Item asStored(Item item) {
        return new Item(item.name(), item.type(), item.value(), item.flags(), true, item.sequence());
    }

    private static NoteEdit edit(Unid unid, int sequence, NoteEdit.Content content) {
        return new NoteEdit(unid, sequence, FLAG, content, java.time.Instant.EPOCH, "nobody");
    }

    private static NoteEdit.Text yes() {
        return new NoteEdit.Text("1", Set.of(ItemFlag.SUMMARY, ItemFlag.PROTECTED));
    }

    private static List<String> names(Note note) {
        return note.items().stream().map(Item::name).toList();
    }

    @Override
    @Test
    protected void a_save_leaves_one_item_of_the_name_where_the_first_was() {
        Note saved = book().writer(new MemoryOverlay()).save(edit(JOHN, 2, yes()));
        assertThat(names(saved)).containsExactly("Form", "LastName", FLAG);
        assertThat(saved.first(FLAG).orElseThrow().flags())
                .containsExactlyInAnyOrder(ItemFlag.SUMMARY, ItemFlag.PROTECTED);
        assertThat(saved.first(FLAG).orElseThrow().sequence()).isEqualTo(3);
    }

    @Override
    @Test
    protected void a_save_changes_no_other_item() {
        AddressBook book = book();
        List<Item> before = others(book.read(JANE).orElseThrow());
        Note after = book.writer(new MemoryOverlay()).save(edit(JANE, 2, yes()));
        assertThat(others(after)).isEqualTo(before);
    }

    private static List<Item> others(Note note) {
        return note.items().stream().filter(item -> !item.isNamed(FLAG)).toList();
    }

    @Override
    @Test
    protected void a_save_sets_the_stamps_of_a_save() {
        AddressBook book = book();
        Note before = book.read(JANE).orElseThrow();
        Note saved = book.writer(new MemoryOverlay()).save(edit(JANE, 2, yes()));
        assertThat(saved.sequence()).isEqualTo(3);
        assertThat(saved.times().revised())
                .isNotNull()
                .isNotEqualTo(before.times().revised());
        assertThat(book.author("nobody")).isEqualTo("CN=Ada Admin/O=Acme");
    }

    @Override
    @Test
    protected void a_second_save_by_the_same_user_names_the_user_once() {
        BookWriter writer = book().writer(new MemoryOverlay());
        writer.save(edit(JANE, 2, yes()));
        Note saved = writer.save(edit(JANE, 3, yes()));
        assertThat(saved.sequence()).isEqualTo(4);
        // An item left at an older sequence would be passed over by replication.
        assertThat(saved.items(FlagItem.NAME)).extracting(Item::sequence).containsOnly(4);
    }

    @Override
    @Test
    protected void images_put_back_every_item_as_and_where_it_was() {
        AddressBook book = book();
        Note before = book.read(JOHN).orElseThrow();
        List<ItemImage> images = book.images(JOHN, FLAG);
        assertThat(images).extracting(ItemImage::index).containsExactly(1, 3);
        BookWriter writer = book.writer(new MemoryOverlay());
        writer.save(edit(JOHN, 2, yes()));
        Note after = writer.save(edit(JOHN, 3, new NoteEdit.Images(images)));
        assertThat(after.items(FLAG))
                .extracting(Item::value, Item::flags, Item::type)
                .containsExactlyElementsOf(before.items(FLAG).stream()
                        .map(item -> org.assertj.core.groups.Tuple.tuple(item.value(), item.flags(), item.type()))
                        .toList());
        assertThat(others(after)).isEqualTo(others(before));
    }
}
