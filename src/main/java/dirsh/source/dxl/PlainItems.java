package dirsh.source.dxl;

import dirsh.model.Item;
import dirsh.model.ItemValue;
import dirsh.model.NotesTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code item} elements off plain bytes, as {@link DxlItems} does off tokens.
 *
 * <p>Wanted items of texts, one number or one time are decoded. A wanted item of another kind, and whatever is worth a
 * problem, is {@linkplain PlainMarkup.NotPlain not plain}. Of the others the value is checked and measured.
 *
 * <p>The usual way is from value to value: the characters are passed over one by one, and what stands between is known as a
 * whole, see {@link Passage}.
 */
final class PlainItems {

    private static final byte[] TEXT = ascii("text");
    private static final byte[] TEXT_START = ascii("<text>");
    private static final byte[] NEXT_TEXT = ascii("</text><text>");
    private static final byte[] ITEM = ascii("item");
    private static final byte[] LINE_BREAK = ascii("<break/>");

    private static final int LONGEST_PASSAGE = 512;
    private static final int NOWHERE = -1;

    private final PlainMarkup markup;
    private final PlainContent content;
    private final ItemOpenings openings;

    private List<Item> items = new ArrayList<>();
    private long summarySize;

    private long bytes;
    private boolean rawLineEnd;

    private @Nullable Passage known;
    private @Nullable ItemOpening before;
    private int itemEnd;
    private int passage;
    private long passageLine;

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
        items = new ArrayList<>(16);
        summarySize = 0;
        before = null;
        itemEnd = Integer.MAX_VALUE;
    }

    /** The wanted items read since. */
    List<Item> items() {
        return items;
    }

    /** About how many bytes the summary items read since take. */
    int summarySize() {
        return (int) Math.min(summarySize, Integer.MAX_VALUE);
    }

    /** Reads an item, and those behind it as far as the passages between them are known. */
    int read(int from) {
        ItemOpening opening;
        int at;
        if (!isSpace(itemEnd, from)) {
            // Another element stands between the items, and a passage must not lead over it.
            before = null;
        }
        Passage first = before == null && passage(openings.none(), from) ? known : null;
        if (first == null) {
            opening = openings.read(from);
            at = openings.end();
            learn(opening, at);
        } else {
            opening = first.to();
            at = first.pass(markup, passage);
        }
        while (true) {
            int end = value(opening, at);
            if (opening.summary >= 0) {
                summarySize += opening.summary + (opening.valueCounts ? bytes : 0);
            }
            Passage next = known;
            if (next == null) {
                before = opening;
                itemEnd = markup.endTag(markup.space(end), ITEM);
                return itemEnd;
            }
            opening = next.to();
            at = next.pass(markup, passage);
        }
    }

    private boolean isSpace(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = markup.bytes()[i];
            if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Remembers how the value of the item before led to the one of this item. */
    private void learn(ItemOpening opening, int value) {
        ItemOpening last = before == null ? openings.none() : before;
        if (passage != NOWHERE && value - passage <= LONGEST_PASSAGE) {
            int lines = (int) (markup.line() - passageLine);
            int lastLine = (int) (markup.lineStart() - markup.offset() - passage);
            last.remember(new Passage(Arrays.copyOfRange(markup.bytes(), passage, value), opening, lines, lastLine));
        }
        before = null;
    }

    /** Whether a known passage behind an opening begins here; else the place is kept for {@link #learn}. */
    private boolean passage(ItemOpening opening, int from) {
        known = opening.passage(markup.bytes(), from);
        passage = from;
        passageLine = markup.line();
        return known != null;
    }

    /** Reads a value, to the end of its element unless a known passage begins before that. */
    private int value(ItemOpening opening, int from) {
        bytes = 0;
        known = null;
        passage = NOWHERE;
        if (opening.text) {
            return text(opening, from);
        }
        if (opening.wanted) {
            return wanted(opening, from);
        }
        int end = from;
        if (!opening.empty) {
            end = content.skip(from, opening.element(), 0, opening.element().length, opening.leaf());
            bytes = content.counted();
        }
        passage(opening, end);
        return end;
    }

    private int text(ItemOpening opening, int from) {
        if (opening.empty) {
            if (opening.wanted) {
                items.add(item(opening, new ItemValue.Texts(List.of(""), false)));
            }
            passage(opening, from);
            return from;
        }
        long line = markup.line();
        long lineStart = markup.lineStart();
        int end = markup.text(from);
        if (markup.bytes()[end + 1] == '/') {
            bytes = (long) end - from;
            if (opening.wanted) {
                items.add(item(opening, from, end));
            }
        } else if (opening.wanted) {
            List<String> texts = new ArrayList<>(1);
            rawLineEnd = false;
            end = entry(from, end, texts);
            items.add(item(opening, new ItemValue.Texts(texts, rawLineEnd)));
        } else {
            markup.line(line, lineStart);
            end = content.skip(from, TEXT, 0, TEXT.length, 1);
            bytes = content.counted();
            // Behind a text is not where its passages begin.
            passage = NOWHERE;
            return end;
        }
        return passage(opening, end) ? end : markup.endTag(end, TEXT);
    }

    private Item item(ItemOpening opening, int from, int to) {
        Item same = opening.same(markup.bytes(), from, to);
        if (same != null) {
            return same;
        }
        boolean lineEnd = (markup.met() & PlainMarkup.LINE_END) != 0;
        Item item = item(opening, new ItemValue.Texts(List.of(markup.decoded(from, to)), lineEnd));
        return opening.remember(markup.bytes(), from, to, item);
    }

    private static Item item(ItemOpening opening, ItemValue value) {
        ItemOpening.Meaning meaning = opening.meaning();
        return new Item(meaning.name(), meaning.type(), value, meaning.flags(), meaning.summaryStated(), 0);
    }

    private int wanted(ItemOpening opening, int from) {
        int end = from;
        String written = "";
        if (opening.empty) {
            passage(opening, from);
        }
        if (opening.textList) {
            List<String> texts = new ArrayList<>(2);
            rawLineEnd = false;
            end = opening.empty ? from : list(opening, from, texts);
            items.add(item(opening, new ItemValue.Texts(texts, rawLineEnd)));
            return end;
        }
        if (!opening.empty) {
            int last = markup.text(from);
            written = markup.decoded(from, last);
            bytes = (long) last - from;
            end = markup.endTag(last, opening.element());
            passage(opening, end);
        }
        items.add(item(opening, single(opening.meaning(), written, from)));
        return end;
    }

    /** A value of one number or time. */
    private ItemValue single(ItemOpening.Meaning meaning, String written, int at) {
        if (meaning.element().equals("number") && DxlValues.isNumber(written)) {
            return new ItemValue.Numbers(List.of(written));
        }
        if (meaning.element().equals("datetime")) {
            List<NotesTime> times = DxlTimes.parse(written, meaning.daylightSaving())
                    .map(List::of)
                    .orElse(List.of());
            if (!times.isEmpty() || written.isBlank()) {
                return new ItemValue.Times(times);
            }
        }
        throw markup.failure(at);
    }

    private int list(ItemOpening opening, int from, List<String> texts) {
        byte[] all = markup.bytes();
        int at = markup.at(from, TEXT_START) ? from : markup.space(from);
        while (all[at] != '<' || all[at + 1] != '/') {
            int start = entryStart(at);
            if (markup.isEmpty()) {
                texts.add("");
                passage = NOWHERE;
                at = markup.space(start);
            } else {
                int end = entry(start, markup.text(start), texts);
                while (markup.at(end, NEXT_TEXT)) {
                    start = end + NEXT_TEXT.length;
                    end = entry(start, markup.text(start), texts);
                }
                if (passage(opening, end)) {
                    return end;
                }
                at = markup.space(markup.endTag(end, TEXT));
            }
        }
        return markup.endTag(at, opening.element());
    }

    private int entryStart(int from) {
        int end = content.startTag(from);
        if (!markup.is(from + 1, markup.nameEnd(), TEXT)) {
            throw markup.failure(from);
        }
        return end;
    }

    /**
     * Adds a text to the list.
     *
     * @param from where the text begins
     * @param to where its first characters end, which were read just now
     * @return where its last characters end
     */
    private int entry(int from, int to, List<String> texts) {
        int start = from;
        int end = to;
        String text = piece(start, end);
        while (markup.at(end, LINE_BREAK)) {
            start = end + LINE_BREAK.length;
            end = markup.text(start);
            text = text + '\n' + piece(start, end);
        }
        texts.add(text);
        return end;
    }

    private String piece(int from, int to) {
        bytes += (long) to - from;
        rawLineEnd |= (markup.met() & PlainMarkup.LINE_END) != 0;
        return markup.decoded(from, to);
    }
}
