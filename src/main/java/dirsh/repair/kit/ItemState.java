package dirsh.repair.kit;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Flag items in the words of the agent: {@code kind/flags/values}, joined by semicolons; {@code none} for no item.
 *
 * <p>Kinds are those the {@code Type} property of a NotesItem tells apart; flags are first letters; a value is written as
 * four hexadecimal digits a character, so that no code page matters. A star stands for what LotusScript cannot see: then
 * only the document's sequence number binds it.
 */
final class ItemState {

    private static final String NONE = "none";
    private static final String ANYTHING = "*";
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Map<ItemFlag, String> LETTERS = letters();

    private ItemState() {}

    private static Map<ItemFlag, String> letters() {
        Map<ItemFlag, String> letters = new LinkedHashMap<>();
        letters.put(ItemFlag.SUMMARY, "s");
        letters.put(ItemFlag.PROTECTED, "p");
        letters.put(ItemFlag.NAMES, "n");
        letters.put(ItemFlag.READERS, "r");
        letters.put(ItemFlag.AUTHORS, "a");
        return letters;
    }

    /** The items as the agent has to find them. */
    static String before(List<Item> items) {
        if (items.isEmpty()) {
            return NONE;
        }
        boolean hidden = items.stream()
                .anyMatch(item -> item.has(ItemFlag.PLACEHOLDER) || item.type().equals(ItemType.NONE));
        // Whether such an item is in the list a script gets is not documented.
        return hidden ? ANYTHING : items.stream().map(ItemState::one).collect(Collectors.joining(";"));
    }

    /** Text items as the agent has to write them. */
    static String after(List<Item> items) {
        return items.isEmpty() ? NONE : items.stream().map(ItemState::one).collect(Collectors.joining(";"));
    }

    private static String one(Item item) {
        String kind = kind(item.type());
        if (kind.equals("rich") || kind.equals("other")) {
            return kind + "/*/*";
        }
        String flags = LETTERS.entrySet().stream()
                .filter(letter -> item.has(letter.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        return kind + "/" + (flags.isEmpty() ? "-" : flags) + "/" + values(item);
    }

    private static String kind(ItemType type) {
        if (type.isText()) {
            return "text";
        }
        if (type.equals(ItemType.NUMBER) || type.equals(ItemType.NUMBER_LIST)) {
            return "number";
        }
        if (type.equals(ItemType.TIME) || type.equals(ItemType.TIME_LIST)) {
            return "time";
        }
        return type.equals(ItemType.RICH_TEXT) ? "rich" : "other";
    }

    private static String values(Item item) {
        if (item.has(ItemFlag.SEALED)) {
            return ANYTHING;
        }
        if (item.value() instanceof ItemValue.Texts texts) {
            return texts.values().stream().map(ItemState::digits).collect(Collectors.joining("+"));
        }
        // Other numbers are written by the rules of a locale.
        boolean whole = item.value() instanceof ItemValue.Numbers numbers
                && numbers.written().stream()
                        .allMatch(number -> WHOLE.matcher(number).matches());
        return whole
                ? ((ItemValue.Numbers) item.value())
                        .written().stream().map(ItemState::digits).collect(Collectors.joining("+"))
                : ANYTHING;
    }

    /** Line ends compare as one: what LotusScript makes of them differs by platform. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars()
                .map(unit -> unit == 0 ? '\n' : unit)
                .filter(unit -> unit != '\r')
                .forEach(unit -> digits.append(String.format(Locale.ROOT, "%04X", unit)));
        return digits.toString();
    }
}
