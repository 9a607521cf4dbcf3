package dirsh.source.dxl;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The start tags of an item and of its value, with what they say and what was met behind them.
 *
 * <p>An export writes the same few hundred over and over, each followed by the same few. So an opening remembers the passages
 * that led from the end of its value to the next value, and the values it had lately.
 */
final class ItemOpening {

    private static final int PASSAGES = 4;

    /** How many values are remembered, one for each value of a hash. */
    private static final int VALUES = 16;

    /** A longer value is hardly ever the same twice. */
    private static final int LONGEST_VALUE = 48;

    /** After so many more other values than equal ones none is remembered any more. */
    private static final int PATIENCE = 256;

    private final Meaning meaning;
    private final byte[] element;
    private final Passage[] passages = new Passage[PASSAGES];
    private int known;

    private final byte[][] values = new byte[VALUES][];
    private final @Nullable Item[] items = new Item[VALUES];
    private int others;

    /**
     * What an opening says.
     *
     * @param name the item's name
     * @param element the name of the element of its value
     * @param empty whether that is an empty element, which has no end tag
     * @param type the type of its value
     * @param flags its effective flags
     * @param summaryStated whether it states the summary flag itself
     * @param daylightSaving whether its value says so
     * @param wanted whether the item is decoded
     */
    record Meaning(
            String name,
            String element,
            boolean empty,
            ItemType type,
            Set<ItemFlag> flags,
            boolean summaryStated,
            boolean daylightSaving,
            boolean wanted) {
        Meaning {
            flags = Set.copyOf(flags);
        }

        /** How many bytes the item takes in the summary, beside its value if that counts; -1 if it is not there. */
        int summary() {
            return flags.contains(ItemFlag.SUMMARY) ? name.length() : -1;
        }
    }

    final boolean wanted;
    final boolean empty;
    final boolean text;
    final boolean textList;
    final int summary;
    final boolean valueCounts;

    ItemOpening(Meaning meaning) {
        this.meaning = meaning;
        element = meaning.element().getBytes(StandardCharsets.US_ASCII);
        wanted = meaning.wanted();
        empty = meaning.empty();
        text = meaning.element().equals("text");
        textList = meaning.element().equals("textlist");
        summary = meaning.summary();
        valueCounts = !meaning.type().equals(ItemType.OBJECT);
    }

    Meaning meaning() {
        return meaning;
    }

    /** The name of the element of the value. */
    byte[] element() {
        return element;
    }

    /** How many levels below the item the characters of its value begin to count. */
    int leaf() {
        return meaning.element().endsWith("list") ? 2 : 1;
    }

    /** The passage that stands here, of those that were met behind this opening; null if it is none of them. */
    @Nullable
    Passage passage(byte[] all, int from) {
        for (int i = 0; i < known; i++) {
            Passage here = passages[i];
            if (here.at(all, from)) {
                if (i > 0) {
                    passages[i] = passages[i - 1];
                    passages[i - 1] = here;
                }
                return here;
            }
        }
        return null;
    }

    /** Remembers a passage, in place of the one met least. */
    void remember(Passage passage) {
        known = Math.min(known + 1, PASSAGES);
        passages[known - 1] = passage;
    }

    /** The item of this opening that had a value of these bytes, if that is remembered. */
    @Nullable
    Item same(byte[] all, int from, int to) {
        if (others > PATIENCE || to - from > LONGEST_VALUE) {
            return null;
        }
        int slot = slot(all, from, to);
        byte[] value = values[slot];
        if (value == null || !Arrays.equals(all, from, to, value, 0, value.length)) {
            others++;
            return null;
        }
        others--;
        return items[slot];
    }

    /** Remembers an item for {@link #same}. */
    Item remember(byte[] all, int from, int to, Item item) {
        if (others <= PATIENCE && to - from <= LONGEST_VALUE) {
            int slot = slot(all, from, to);
            values[slot] = Arrays.copyOfRange(all, from, to);
            items[slot] = item;
        }
        return item;
    }

    private static int slot(byte[] all, int from, int to) {
        int length = to - from;
        int hash = length == 0 ? 0 : length + 7 * all[from] + 31 * all[to - 1] + 5 * all[from + length / 2];
        return hash & VALUES - 1;
    }
}
