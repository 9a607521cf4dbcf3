package dirsh.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.connector.ConnectorReading;
import dirsh.connector.Extraction;
import dirsh.connector.FlagItem;
import dirsh.connector.FlagReading;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsualPersonTest {

    private static final int DOCUMENTS = 100_000;

    private static final List<String> NAMES = List.of(
            "Form",
            "Type",
            "FullName",
            "LastName",
            "MailDomain",
            FlagItem.NAME,
            "$NotesDXAStamp",
            "$Readers",
            "Remarks");

    private static final List<String> TEXTS = List.of("", " ", "1", "0", "Yes", "Person", "person", "Group", "*", "x");

    private static final List<ItemType> TYPES = List.of(
            ItemType.TEXT,
            ItemType.TEXT_LIST,
            ItemType.NUMBER,
            ItemType.RICH_TEXT,
            ItemType.NONE,
            new ItemType(0x0500));

    private final Random random = new Random(7);

    @Test
    void whom_the_quick_look_takes_for_healthy_is_healthy_by_the_full_judgement() {
        int taken = 0;
        int healthy = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            Note note = damaged();
            Item flag = UsualPerson.flag(note);
            boolean full = NoteKind.of(note) == NoteKind.PERSON
                    && Diagnoser.causes(note, NoteKind.PERSON, Extraction.UNKNOWN)
                            .isEmpty();
            healthy += full ? 1 : 0;
            if (flag != null) {
                taken++;
                assertThat(full).as("%s", note).isTrue();
                assertThat(FlagItem.of(note)).as("%s", note).containsExactly(flag);
                assertThat(FormShows.of(note)).as("%s", note).isEqualTo(FlagReading.YES);
                assertThat(ConnectorReading.of(note)).as("%s", note).isEqualTo(FlagReading.YES);
            }
        }
        assertThat(taken).as("taken of %s healthy ones", healthy).isBetween(healthy / 2, healthy - 1);
        assertThat(healthy).isBetween(DOCUMENTS / 4, DOCUMENTS * 3 / 4);
    }

    @Test
    void a_person_as_the_form_saves_it_needs_no_more_than_the_quick_look() {
        Item flag = Item.text(FlagItem.NAME, "1");

        assertThat(UsualPerson.flag(person(flag))).isSameAs(flag);
    }

    @Test
    void a_flag_only_editors_may_change_is_as_good() {
        Item flag = new Item(
                FlagItem.NAME,
                ItemType.TEXT,
                ItemValue.Texts.of("1"),
                Set.of(ItemFlag.SUMMARY, ItemFlag.PROTECTED),
                false,
                0);

        assertThat(UsualPerson.flag(person(flag))).isSameAs(flag);
    }

    private static Note person(Item flag) {
        return Note.builder(new Unid(1, 2)).items(usual(flag)).build();
    }

    private static List<Item> usual(Item flag) {
        return List.of(
                Item.text("Form", "Person"),
                Item.text("Type", "Person"),
                Item.textList("FullName", List.of("CN=Jane Doe/O=Acme", "Jane Doe")),
                Item.text("LastName", "Doe"),
                Item.text("MailDomain", "Acme"),
                flag);
    }

    /** The usual person with up to three things that are otherwise. */
    private Note damaged() {
        List<Item> items = new ArrayList<>(usual(Item.text(FlagItem.NAME, "1")));
        Note.Builder note = Note.builder(new Unid(1, 2));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = items.isEmpty() ? 0 : random.nextInt(items.size());
            switch (random.nextInt(9)) {
                case 0 -> note.flag(one(List.of(NoteFlag.values())));
                case 1 -> note.formAttribute(one(TEXTS));
                case 2 -> note.summarySize(random.nextInt(33_000));
                case 3 -> items.add(at, item());
                case 4 -> items.add(item());
                case 5 -> {
                    if (!items.isEmpty()) {
                        items.remove(at);
                    }
                }
                default -> {
                    if (!items.isEmpty()) {
                        items.set(at, changed(items.get(at)));
                    }
                }
            }
        }
        return note.items(items).build();
    }

    private Item item() {
        return changed(
                new Item(spelt(one(NAMES)), one(TYPES), value(), Set.of(ItemFlag.SUMMARY), random.nextBoolean(), 0));
    }

    private Item changed(Item item) {
        return switch (random.nextInt(5)) {
            case 0 -> new Item(spelt(item.name()), item.type(), item.value(), item.flags(), false, 0);
            case 1 -> new Item(item.name(), one(TYPES), item.value(), item.flags(), false, 0);
            case 2 -> new Item(item.name(), item.type(), value(), item.flags(), false, 0);
            case 3 -> new Item(item.name(), item.type(), item.value(), Set.of(), false, 0);
            default ->
                new Item(
                        item.name(),
                        item.type(),
                        item.value(),
                        Set.of(ItemFlag.SUMMARY, one(List.of(ItemFlag.values()).subList(1, ItemFlag.values().length))),
                        false,
                        0);
        };
    }

    private ItemValue value() {
        return switch (random.nextInt(6)) {
            case 0 -> new ItemValue.Texts(List.of(), false);
            case 1 -> new ItemValue.Texts(List.of(one(TEXTS), one(TEXTS)), random.nextBoolean());
            case 2 -> new ItemValue.Numbers(List.of("1"));
            case 3 -> new ItemValue.Texts(List.of("\n" + one(TEXTS) + "\n"), true);
            default -> ItemValue.Texts.of(one(TEXTS));
        };
    }

    private String spelt(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toLowerCase(Locale.ROOT);
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
