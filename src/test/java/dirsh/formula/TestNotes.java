package dirsh.formula;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Notes as an address book holds them. */
final class TestNotes {

    /** A person with an item of every type; what stands under Hidden names is not in the summary. */
    static final Note JANE = Note.builder(new Unid(1, 2))
            .times(new NoteTimes(
                    NotesTime.of(Instant.parse("2024-01-31T17:30:00Z")),
                    null,
                    NotesTime.of(Instant.parse("2024-03-01T08:00:00Z")),
                    null))
            .formAttribute("Person")
            .item(Item.text("Type", "Person"))
            .item(Item.text("LastName", "Doe"))
            .item(Item.textList("FullName", List.of("CN=Jane Doe/O=Acme", "Jane Doe", "jdoe")))
            .item(Item.text("MailDomain", "Acme"))
            .item(Item.text("Blank", ""))
            .item(Item.text("Spaced", "  a   b "))
            .item(Item.text("AvailableForDirSync", "1"))
            .item(Item.text("AvailableForDirSync", "0"))
            .item(item("HiddenFlag", ItemType.TEXT, ItemValue.Texts.of("1"), Set.of()))
            .item(item(
                    "Level",
                    ItemType.NUMBER_LIST,
                    new ItemValue.Numbers(List.of("3", "1.5E1")),
                    Set.of(ItemFlag.SUMMARY)))
            .item(item("Broken", ItemType.NUMBER, new ItemValue.Numbers(List.of("@ERROR")), Set.of(ItemFlag.SUMMARY)))
            .item(item("Body", ItemType.RICH_TEXT, new ItemValue.RichText("text"), Set.of()))
            .item(item("Ghost", ItemType.NONE, new ItemValue.Absent(), Set.of(ItemFlag.SUMMARY)))
            .item(item("Secret", ItemType.TEXT, ItemValue.Texts.of("1"), Set.of(ItemFlag.SUMMARY, ItemFlag.SEALED)))
            .build();

    private TestNotes() {}

    static Item item(String name, ItemType type, ItemValue value, Set<ItemFlag> flags) {
        return new Item(name, type, value, flags, true, 0);
    }
}
