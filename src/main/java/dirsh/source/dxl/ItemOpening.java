package dirsh.source.dxl;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes from {@code <item} to the end of the start tag of its value, with what they say: read once and known again, since
 * an export writes the same few hundred over and over.
 *
 * <p>Equal bytes where an item may begin mean the same, because reading them looks at nothing else.
 */
final class ItemOpening {

    /** Values longer than this are hardly ever the same twice. */
    private static final int REMEMBERED = 48;

    /** After so many other values in a row none is remembered any more. */
    private static final int PATIENCE = 64;

    private final byte[] bytes;
    private final int lines;
    private final int lastLine;
    private final Meaning meaning;

    private @Nullable ItemOpening next;
    private @Nullable ItemOpening nextButOne;

    private byte[] lastValue = {};
    private @Nullable Item lastItem;
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
    }

    final byte[] element;
    final boolean wanted;
    final boolean text;
    final boolean textList;
    final boolean empty;

    /** What the item adds to the size of the summary beside the bytes of its value; -1 if nothing counts. */
    final int summary;

    /** How many levels below the item the characters of its value begin to count. */
    final int leaf;

    /**
     * An opening.
     *
     * @param lines how many lines end in it
     * @param lastLine where the last of them ends, from its first byte
     */
    ItemOpening(byte[] bytes, int lines, int lastLine, Meaning meaning) {
        this.bytes = bytes;
        this.lines = lines;
        this.lastLine = lastLine;
        this.meaning = meaning;
        element = meaning.element().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        wanted = meaning.wanted();
        text = meaning.element().equals("text");
        textList = meaning.element().equals("textlist");
        empty = meaning.empty();
        summary = meaning.flags().contains(ItemFlag.SUMMARY) ? meaning.name().length() : -1;
        leaf = meaning.element().endsWith("list") ? 2 : 1;
    }

    Meaning meaning() {
        return meaning;
    }

    /** Whether it stands here. */
    boolean at(byte[] all, int from) {
        int to = from + bytes.length;
        return to <= all.length && Arrays.equals(all, from, to, bytes, 0, bytes.length);
    }

    /** Passes over it. */
    int pass(PlainMarkup markup, int from) {
        if (lines > 0) {
            markup.lines(lines, from + lastLine);
        }
        return from + bytes.length;
    }

    /** The one that stands here of the two that followed this one most recently. */
    @Nullable
    ItemOpening following(byte[] all, int from) {
        ItemOpening first = next;
        if (first == null || first.at(all, from)) {
            return first;
        }
        ItemOpening second = nextButOne;
        if (second == null || !second.at(all, from)) {
            return null;
        }
        followedBy(second);
        return second;
    }

    /** Notes what followed this one. */
    void followedBy(ItemOpening other) {
        nextButOne = next;
        next = other;
    }

    /** The last item behind this opening, if its value was written with the same bytes. */
    @Nullable
    Item same(byte[] all, int from, int to) {
        if (others > PATIENCE || !Arrays.equals(all, from, to, lastValue, 0, lastValue.length)) {
            others++;
            return null;
        }
        others = 0;
        return lastItem;
    }

    /** Remembers an item for {@link #same}. */
    Item remember(byte[] all, int from, int to, Item item) {
        if (others <= PATIENCE && to - from <= REMEMBERED) {
            lastValue = Arrays.copyOfRange(all, from, to);
            lastItem = item;
        }
        return item;
    }
}
