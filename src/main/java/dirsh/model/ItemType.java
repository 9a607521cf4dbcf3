package dirsh.model;

import java.util.Locale;
import java.util.Map;

/**
 * The stored type of an item: the type word of the Notes C API ({@code TYPE_TEXT} and so on).
 *
 * <p>The set is open: a file may hold types we have no name for, and then the number is what we show.
 *
 * @param code the type word, such as 0x0500 for text
 */
public record ItemType(int code) {

    public static final ItemType NONE = new ItemType(0x0000);
    public static final ItemType RICH_TEXT = new ItemType(0x0001);
    public static final ItemType OBJECT = new ItemType(0x0003);
    public static final ItemType NOTE_REFERENCES = new ItemType(0x0004);
    public static final ItemType NUMBER = new ItemType(0x0300);
    public static final ItemType NUMBER_LIST = new ItemType(0x0301);
    public static final ItemType TIME = new ItemType(0x0400);
    public static final ItemType TIME_LIST = new ItemType(0x0401);
    public static final ItemType TEXT = new ItemType(0x0500);
    public static final ItemType TEXT_LIST = new ItemType(0x0501);
    public static final ItemType FORMULA = new ItemType(0x0600);

    private static final Map<ItemType, String> NAMES = Map.ofEntries(
            Map.entry(NONE, "no value"),
            Map.entry(RICH_TEXT, "rich text"),
            Map.entry(OBJECT, "object"),
            Map.entry(NOTE_REFERENCES, "note references"),
            Map.entry(NUMBER, "number"),
            Map.entry(NUMBER_LIST, "number list"),
            Map.entry(TIME, "time"),
            Map.entry(TIME_LIST, "time list"),
            Map.entry(TEXT, "text"),
            Map.entry(TEXT_LIST, "text list"),
            Map.entry(FORMULA, "formula"));

    /** Text or a list of texts. */
    public boolean isText() {
        return equals(TEXT) || equals(TEXT_LIST);
    }

    /** The type in words, or its number where it has no name here. */
    @Override
    public String toString() {
        String name = NAMES.get(this);
        return name != null ? name : String.format(Locale.ROOT, "type 0x%04X", code);
    }
}
