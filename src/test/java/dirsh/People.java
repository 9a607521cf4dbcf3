package dirsh;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.Unid;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Person documents for tests, complete but for what a test is about. */
public final class People {

    /** The replica the documents are in. */
    public static final String REPLICA = "86257A1B0042C0DE";

    private People() {}

    /** The id of the n-th person. */
    public static Unid unid(int n) {
        return new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD00000000L + n);
    }

    /** A mail-enabled person without the flag item. */
    public static Note.Builder withoutFlag(int n) {
        return Note.builder(unid(n))
                .noteId(0x8F6 + 4 * n)
                .sequence(2)
                .replicaId(REPLICA)
                .formAttribute("Person")
                .item(Item.text("Type", "Person"))
                .item(Item.text("LastName", "Doe" + n))
                .item(Item.text("FullName", "CN=Jane Doe" + n + "/O=Acme"))
                .item(Item.text("ShortName", "jdoe" + n))
                .item(Item.text("MailDomain", "ACME"))
                .item(Item.text("MailSystem", "1"))
                .item(Item.text("MailFile", "mail\\jdoe" + n))
                .item(Item.text("InternetAddress", "jane.doe" + n + "@example.com"));
    }

    /** A mail-enabled person with these flag items. */
    public static Note with(int n, Item... flags) {
        Note.Builder person = withoutFlag(n);
        List.of(flags).forEach(person::item);
        return person.build();
    }

    /** A healthy person. */
    public static Note healthy(int n) {
        return with(n, flag("1"));
    }

    /** A flag item of plain text, as the form saves it. */
    public static Item flag(String value) {
        return Item.text(FlagItem.NAME, value);
    }

    /** A flag item of plain text with more or fewer flags. */
    public static Item flag(String value, ItemFlag... flags) {
        return flag(ItemType.TEXT, ItemValue.Texts.of(value), flags);
    }

    /** A flag item of any type. */
    public static Item flag(ItemType type, ItemValue value, ItemFlag... flags) {
        Set<ItemFlag> all = EnumSet.noneOf(ItemFlag.class);
        all.addAll(List.of(flags));
        return new Item(FlagItem.NAME, type, value, all, false, 0);
    }
}
