package dirsh.connector;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The item behind "Foreign directory sync allowed" (KB Q184623; LDAP attribute OID 2.16.840.1.113678.2.2.2.2.4).
 *
 * <p>It is a keyword field: the form stores the alias {@code 1} for Yes and {@code 0} for No as text with the summary
 * flag.
 */
public final class FlagItem {

    /** The item's name. */
    public static final String NAME = "AvailableForDirSync";

    /** The stored alias of Yes. */
    public static final String YES = "1";

    /** The stored alias of No. */
    public static final String NO = "0";

    private FlagItem() {}

    /** All items of the name, in stored order. */
    public static List<Item> of(Note note) {
        return note.items(NAME);
    }

    /** Whether exactly one item is there, as a form saves a Yes. */
    public static boolean isHealthy(Note note) {
        return isHealthy(of(note));
    }

    /** The same for the items of a name. */
    public static boolean isHealthy(List<Item> items) {
        return items.size() == 1 && ConnectorReading.readsYes(items.get(0));
    }

    /** The flags a repaired item keeps from the ones it replaces; SUMMARY always. */
    public static Set<ItemFlag> flagsAfterRepair(List<Item> old) {
        Set<ItemFlag> flags = EnumSet.of(ItemFlag.SUMMARY);
        for (Item item : old) {
            for (ItemFlag flag : List.of(ItemFlag.PROTECTED, ItemFlag.NAMES, ItemFlag.READERS, ItemFlag.AUTHORS)) {
                if (item.has(flag)) {
                    flags.add(flag);
                }
            }
        }
        return flags;
    }

    /**
     * A fingerprint of the items: equal for equal names, types, flags and values in equal order, whatever the source.
     *
     * @return 64 hexadecimal digits (SHA-256)
     */
    public static String fingerprint(List<Item> items) {
        MessageDigest digest = Sha256.digest();
        for (Item item : items) {
            add(digest, item.name().toLowerCase(Locale.ROOT));
            add(digest, Integer.toHexString(item.type().code()));
            for (ItemFlag flag : ItemFlag.values()) {
                add(digest, item.has(flag) ? "1" : "0");
            }
            if (item.value() instanceof ItemValue.Texts texts) {
                texts.values().forEach(text -> add(digest, text));
            } else {
                add(digest, item.value().display());
            }
            add(digest, "end");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length in front keeps neighbouring parts apart.
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }
}
