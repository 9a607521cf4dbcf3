package dirsh.replica;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NotesTime;
import dirsh.model.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a document must be the same in all replicas: its items, by name and in stored order where a name comes twice.
 *
 * <p>Left out is what belongs to one replica or to the save itself: the note id, the times of the header, the
 * {@linkplain Note#isStamp stamps}, item sequences. What DXL keeps outside the items (form, parent, mark of a conflict) is
 * compared as a value everywhere, so that an export and the database itself agree. Between storages of different kinds the
 * content of rich text and of raw values is left out too: each cuts and lays it out in its own way.
 */
final class DocumentContent {

    /** What an export in document form keeps outside the items. */
    private static final Set<String> OUTSIDE = Set.of("form", "$ref", "$conflict");

    private static final List<ItemFlag> FLAGS = List.of(ItemFlag.values());

    private final boolean sameStorage;
    private final MessageDigest digest = Sha256.digest();

    /** The spellings met so far; a directory has few of them. */
    private final Map<String, String> folded = new HashMap<>();

    private final StringBuilder text = new StringBuilder();

    /**
     * @param sameStorage whether all books that are compared are stored in the same way
     */
    DocumentContent(boolean sameStorage) {
        this.sameStorage = sameStorage;
    }

    /** The items that are compared, by name in lower case. */
    Map<String, List<Item>> items(Note note) {
        Map<String, List<Item>> items = new TreeMap<>();
        for (Item item : note.items()) {
            String name = folded.computeIfAbsent(item.name(), DocumentContent::fold);
            if (!name.isEmpty()) {
                items.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(item);
            }
        }
        return items;
    }

    /** The name in lower case; empty where its items are not compared. */
    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Note.isStamp(lower) || OUTSIDE.contains(lower) ? "" : lower;
    }

    /** What is compared besides the items, by the name an administrator knows it by. */
    static Map<String, String> outside(Note note) {
        Map<String, String> outside = new TreeMap<>();
        outside.put("Form", note.form());
        outside.put("$Ref", String.valueOf(note.parent() == null ? "" : note.parent()));
        outside.put("$Conflict", note.is(NoteFlag.CONFLICT) ? "yes" : "");
        return outside;
    }

    /** Whether two items of a name are stored alike. */
    boolean same(Item one, Item other) {
        StringBuilder both = new StringBuilder();
        append(one, both);
        String first = both.toString();
        both.setLength(0);
        append(other, both);
        return first.contentEquals(both);
    }

    /**
     * The SHA-256 of all that is compared. Whoever keeps 128 bits of it takes two different documents for equal once in about
     * 10^32 directories of a million; and nothing is repaired on the strength of it, it only picks what is read again.
     */
    byte[] digest(Note note) {
        text.setLength(0);
        outside(note).forEach((name, value) -> append(value, text));
        items(note).forEach((name, items) -> {
            append(name, text);
            items.forEach(item -> append(item, text));
        });
        return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A text behind its length, which keeps neighbouring texts apart. */
    private static void append(String part, StringBuilder to) {
        to.append(part.length()).append(':').append(part);
    }

    /** Adds an item so that those are equal that are stored alike. */
    private void append(Item item, StringBuilder to) {
        to.append(item.type().code()).append(' ');
        for (ItemFlag flag : FLAGS) {
            to.append(item.has(flag) ? '1' : '0');
        }
        ItemValue value = item.value();
        if (value instanceof ItemValue.Texts texts) {
            for (String each : texts.values()) {
                append(texts.rawLineEnd() ? withoutLineEnds(each) : each, to);
            }
        } else if (value instanceof ItemValue.Numbers numbers) {
            numbers.written().forEach(written -> append(number(written), to));
        } else if (value instanceof ItemValue.Times times) {
            times.values().forEach(time -> append(time(time), to));
        } else if (sameStorage) {
            append(value.toString(), to);
        }
        to.append(';');
    }

    /** A raw line end in an export is layout, so it is no difference to a book that has none. */
    private static String withoutLineEnds(String text) {
        return text.replaceAll("[\r\n]+", "");
    }

    private static String number(String written) {
        try {
            return new BigDecimal(written.strip()).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /** A moment where it is one: exporters write it in the zone they like. */
    private static String time(NotesTime time) {
        return time.date() != null && time.time() != null && time.offset() != null
                ? Long.toString(Revision.time(time))
                : time.date() + " " + time.time();
    }
}
