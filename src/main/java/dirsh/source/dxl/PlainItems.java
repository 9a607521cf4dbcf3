package dirsh.source.dxl;

import dirsh.model.Item;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.NotesTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code item} elements off plain bytes, as {@link DxlItems} does off tokens.
 *
 * <p>Wanted items of texts, one number or one time are decoded. A wanted item of another kind, and whatever is worth a
 * problem, is {@linkplain PlainMarkup.NotPlain not plain}. Of the others the value is checked and measured.
 */
final class PlainItems {

    private static final byte[] TEXT_START = ascii("<text>");
    private static final byte[] TEXT_END = ascii("</text>");
    private static final byte[] TEXT_ITEM_END = ascii("</text></item>");
    private static final byte[] ITEM_END = ascii("</item>");
    private static final byte[] LINE_BREAK = ascii("<break/>");
    private static final byte[] TEXT = ascii("text");
    private static final byte[] ITEM = ascii("item");

    private final PlainMarkup markup;
    private final PlainContent content;
    private final ItemOpenings openings;

    private List<Item> items = new ArrayList<>();
    private long summarySize;

    private long bytes;
    private boolean rawLineEnd;

    PlainItems(PlainMarkup markup, PlainContent content, ItemOpenings openings) {
        this.markup = markup;
        this.content = content;
        this.openings = openings;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins another record. */
    void reset() {
        items = new ArrayList<>();
        summarySize = 0;
    }

    /** The wanted items read since. */
    List<Item> items() {
        return items;
    }

    /** About how many bytes the summary items read since take. */
    int summarySize() {
        return (int) Math.min(summarySize, Integer.MAX_VALUE);
    }

    /** Reads an item. */
    int read(int from) {
        ItemOpening opening = openings.at(from);
        int value = opening.pass(markup, from);
        bytes = 0;
        int end = opening.wanted ? wanted(opening, value) : unwanted(opening, value);
        if (opening.summary >= 0) {
            boolean object = opening.meaning().type().equals(ItemType.OBJECT);
            summarySize += opening.summary + (object ? 0 : bytes);
        }
        return end;
    }

    private int unwanted(ItemOpening opening, int value) {
        if (opening.empty) {
            return itemEnd(value);
        }
        long line = markup.line();
        long lineStart = markup.lineStart();
        if (opening.text) {
            int end = markup.text(value);
            if (markup.at(end, TEXT_ITEM_END)) {
                bytes = (long) end - value;
                return end + TEXT_ITEM_END.length;
            }
            markup.line(line, lineStart);
        }
        int end = content.skip(value, opening.element, 0, opening.element.length, opening.leaf);
        bytes = content.counted();
        return itemEnd(end);
    }

    private int itemEnd(int from) {
        return markup.at(from, ITEM_END) ? from + ITEM_END.length : markup.endTag(markup.space(from), ITEM);
    }

    private int wanted(ItemOpening opening, int value) {
        rawLineEnd = false;
        if (opening.text) {
            return text(opening, value);
        }
        if (opening.textList) {
            List<String> texts = new ArrayList<>(2);
            int end = opening.empty ? value : list(opening, value, texts);
            add(opening, new ItemValue.Texts(texts, rawLineEnd));
            return itemEnd(end);
        }
        ItemOpening.Meaning meaning = opening.meaning();
        int end = opening.empty ? value : markup.text(value);
        String written = opening.empty ? "" : markup.decoded(value, end);
        switch (meaning.element()) {
            case "number" -> add(opening, number(written, value));
            case "datetime" -> add(opening, time(written, meaning.daylightSaving(), value));
            default -> throw markup.failure(value);
        }
        bytes = (long) end - value;
        return itemEnd(opening.empty ? end : markup.endTag(end, opening.element));
    }

    private ItemValue number(String written, int at) {
        if (!DxlValues.isNumber(written)) {
            throw markup.failure(at);
        }
        return new ItemValue.Numbers(List.of(written));
    }

    private ItemValue time(String written, boolean daylightSaving, int at) {
        List<NotesTime> times =
                DxlTimes.parse(written, daylightSaving).map(List::of).orElse(List.of());
        if (times.isEmpty() && !written.isBlank()) {
            throw markup.failure(at);
        }
        return new ItemValue.Times(times);
    }

    private void add(ItemOpening opening, ItemValue value) {
        items.add(item(opening, value));
    }

    private static Item item(ItemOpening opening, ItemValue value) {
        ItemOpening.Meaning meaning = opening.meaning();
        return new Item(meaning.name(), meaning.type(), value, meaning.flags(), meaning.summaryStated(), 0);
    }

    private int text(ItemOpening opening, int value) {
        int end = opening.empty ? value : markup.text(value);
        if (!opening.empty && !markup.at(end, TEXT_ITEM_END)) {
            List<String> texts = new ArrayList<>(1);
            int behind = rest(value, end, texts);
            add(opening, new ItemValue.Texts(texts, rawLineEnd));
            return itemEnd(behind);
        }
        bytes = (long) end - value;
        Item item = opening.same(markup.bytes(), value, end);
        if (item == null) {
            boolean lineEnd = !opening.empty && (markup.met() & PlainMarkup.LINE_END) != 0;
            String text = opening.empty ? "" : markup.decoded(value, end);
            item = opening.remember(
                    markup.bytes(), value, end, item(opening, new ItemValue.Texts(List.of(text), lineEnd)));
        }
        items.add(item);
        return opening.empty ? itemEnd(end) : end + TEXT_ITEM_END.length;
    }

    private int list(ItemOpening opening, int from, List<String> texts) {
        int at = markup.space(from);
        byte[] all = markup.bytes();
        while (all[at] != '<' || all[at + 1] != '/') {
            if (markup.at(at, TEXT_START)) {
                at += TEXT_START.length;
                at = rest(at, markup.text(at), texts);
            } else {
                int end = content.startTag(at);
                if (!markup.is(at + 1, markup.nameEnd(), TEXT)) {
                    throw markup.failure(at);
                }
                at = end;
                if (markup.isEmpty()) {
                    texts.add("");
                } else {
                    at = rest(at, markup.text(at), texts);
                }
            }
            at = markup.space(at);
        }
        return markup.endTag(at, opening.element);
    }

    /**
     * Adds a text to the list.
     *
     * @param from where the text begins
     * @param to where its characters end, which were read just now
     * @return where its element ends
     */
    private int rest(int from, int to, List<String> texts) {
        int start = from;
        int end = to;
        String text = piece(start, end);
        while (markup.at(end, LINE_BREAK)) {
            start = end + LINE_BREAK.length;
            end = markup.text(start);
            text = text + '\n' + piece(start, end);
        }
        texts.add(text);
        return markup.at(end, TEXT_END) ? end + TEXT_END.length : markup.endTag(end, TEXT);
    }

    private String piece(int from, int to) {
        bytes += (long) to - from;
        rawLineEnd |= (markup.met() & PlainMarkup.LINE_END) != 0;
        return markup.decoded(from, to);
    }
}
