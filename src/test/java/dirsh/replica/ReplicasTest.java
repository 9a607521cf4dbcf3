package dirsh.replica;

import static dirsh.People.flag;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.source.MemoryBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplicasTest {

    private static final NotesTime SAVED = NotesTime.of(Instant.parse("2024-06-12T06:15:01.93Z"));

    private static Note saved(Note note) {
        return note.toBuilder().times(new NoteTimes(null, SAVED, SAVED, null)).build();
    }

    private static List<String> compare(boolean sameStorage, Note... replicas) {
        Replicas all = new Replicas(EnumSet.allOf(NoteKind.class), false, sameStorage);
        for (int number = 0; number < replicas.length; number++) {
            String name = "hub" + (number + 1);
            all.add(name, new MemoryBook(name, People.REPLICA, List.of(replicas[number])), new Cancellation(), n -> {});
        }
        return all.differences(new Cancellation()).toList().stream()
                .map(difference -> difference.kind().id() + " "
                        + difference.fields().get("evidence").toString())
                .toList();
    }

    private static Item numbers(String written) {
        return new Item(
                "Weight", ItemType.NUMBER, new ItemValue.Numbers(List.of(written)), Set.of(ItemFlag.SUMMARY), false, 0);
    }

    private static Note and(Note note, Item item) {
        return note.toBuilder().item(item).build();
    }

    @Test
    void a_number_is_the_same_however_it_is_written() {
        Note one = saved(with(1, flag("1")));
        assertThat(compare(true, and(one, numbers("1500")), and(one, numbers("1.5e3"))))
                .isEmpty();
        assertThat(compare(true, and(one, numbers("1500")), and(one, numbers("1501"))))
                .containsExactly(
                        "replica-divergence [Weight is number (summary) 1500 in hub1, number (summary) 1501 in hub2]");
    }

    @Test
    void stamps_and_item_sequences_are_no_difference() {
        Note one = saved(with(1, flag("1")));
        Note other = one.toBuilder()
                .noteId(0x999)
                .updatedBy("CN=Ada Admin/O=Acme")
                .revision(SAVED)
                .item(Item.textList(Note.EDITORS, List.of("CN=Ada Admin/O=Acme")))
                .item(new Item(
                        Note.REVISIONS, ItemType.TIME_LIST, new ItemValue.Times(List.of(SAVED)), Set.of(), true, 2))
                .build();
        assertThat(compare(true, one, other)).isEmpty();
    }

    @Test
    void the_order_of_items_is_no_difference_but_of_duplicates_it_is() {
        Note one = saved(with(1, flag("1")));
        Note twice = and(one, flag("0"));
        List<Item> turned = new ArrayList<>(one.items());
        Collections.reverse(turned);
        assertThat(compare(true, one, one.toBuilder().items(turned).build())).isEmpty();
        assertThat(compare(true, twice, saved(with(1, flag("0"), flag("1")))))
                .singleElement()
                .asString()
                .startsWith("replica-divergence [AvailableForDirSync is ");
    }

    @Test
    void a_raw_line_end_of_an_exporter_is_layout() {
        Note one = saved(with(1, flag("1")));
        Item plain = Item.text("Comment", "one two");
        Item broken = new Item(
                "Comment",
                ItemType.TEXT,
                new ItemValue.Texts(List.of("one \ntwo"), true),
                Set.of(ItemFlag.SUMMARY),
                false,
                0);
        assertThat(compare(false, and(one, plain), and(one, broken))).isEmpty();
        assertThat(compare(false, and(one, plain), and(one, Item.text("Comment", "one \ntwo"))))
                .hasSize(1);
    }

    @Test
    void rich_text_counts_between_books_of_one_kind_only() {
        Note one = saved(with(1, flag("1")));
        Item first = new Item("Body", ItemType.RICH_TEXT, new ItemValue.RichText("a"), Set.of(), false, 0);
        Item second = new Item("Body", ItemType.RICH_TEXT, new ItemValue.RichText("b"), Set.of(), false, 0);
        assertThat(compare(true, and(one, first), and(one, second))).hasSize(1);
        assertThat(compare(false, and(one, first), and(one, second))).isEmpty();
        assertThat(compare(false, and(one, first), one)).hasSize(1);
    }

    @Test
    void a_truncated_document_proves_nothing_by_its_items() {
        Note one = saved(with(1, flag("1")));
        Note part = saved(with(1)).toBuilder().flag(NoteFlag.TRUNCATED).build();
        assertThat(compare(true, one, part)).isEmpty();
    }

    @Test
    void without_sequence_and_time_nothing_says_that_replication_takes_them_for_equal() {
        assertThat(compare(true, with(1, flag("1")), with(1, flag("0"))))
                .singleElement()
                .asString()
                .startsWith("different ");
    }

    @Test
    void two_replicas_that_agree_and_one_that_is_older_are_one_difference() {
        Note old = saved(with(1, flag("Yes")));
        Note healed = saved(with(1, flag("1"))).toBuilder()
                .sequence(old.sequence() + 1)
                .build();
        assertThat(compare(true, healed, healed, old))
                .singleElement()
                .asString()
                .startsWith("newer ");
        assertThat(compare(
                        true,
                        healed,
                        saved(with(1, flag("Ja"))).toBuilder()
                                .sequence(old.sequence() + 1)
                                .build(),
                        old))
                .extracting(row -> row.replaceFirst(" .*", ""))
                .containsExactly("newer", "replica-divergence");
    }
}
