package dirsh.repair;

import dirsh.connector.FlagItem;
import dirsh.model.Answer;
import dirsh.model.ItemFlag;
import dirsh.model.Unid;
import dirsh.source.ItemImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One planned change of the flag of one document, bound to the state in which it was judged.
 *
 * @param unid the document
 * @param noteId the document in this file
 * @param fullName whose it is
 * @param cause the id of the cause
 * @param inExchange whether the person was seen in Exchange when the plan was made
 * @param sequence the sequence number it must still have
 * @param itemHash the fingerprint its flag items must still have
 * @param before the flag items as they are stored now
 * @param after what is to stand there
 */
public record Change(
        Unid unid,
        int noteId,
        String fullName,
        String cause,
        InExchange inExchange,
        int sequence,
        String itemHash,
        List<KeptItem> before,
        After after)
        implements Answer {

    public Change {
        before = List.copyOf(before);
    }

    /** What stands in the document once the change is made. */
    public sealed interface After {}

    /**
     * One text item {@code 1}.
     *
     * @param flags all its flags
     */
    public record Yes(Set<ItemFlag> flags) implements After {
        public Yes {
            flags = Set.copyOf(flags);
        }

        /** The item in words. */
        String words() {
            return "text \"" + FlagItem.YES + "\"" + ItemWords.flags(flags);
        }
    }

    /**
     * The items as they were stored once, for undoing a repair.
     *
     * @param items the items
     * @param itemHash their fingerprint
     */
    public record Restore(List<KeptItem> items, String itemHash) implements After {
        public Restore {
            items = List.copyOf(items);
        }

        /** The items for the book to put back. */
        List<ItemImage> images() {
            return items.stream().map(KeptItem::image).toList();
        }
    }

    /** How many saves the change takes in the mode; restoring takes one. */
    int saves(RepairMode mode) {
        return after instanceof Yes ? mode.saves() : 1;
    }

    @Override
    public Map<String, Object> fields() {
        return fields(Plan.SCHEMA);
    }

    /** The change as a plan of that schema has it. */
    Map<String, Object> fields(int schema) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("noteId", Integer.toHexString(noteId).toUpperCase(Locale.ROOT));
        fields.put("fullName", fullName);
        fields.put("cause", cause);
        if (schema > 1) {
            fields.put("inExchange", inExchange.toString());
        }
        fields.put("sequence", sequence);
        fields.put("itemHash", itemHash);
        fields.put("before", items(before, schema));
        if (after instanceof Yes yes) {
            Set<String> flags = new TreeSet<>();
            yes.flags().forEach(flag -> flags.add(flag.toString()));
            // In a fixed order, since the plan's hash is over the text.
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("item", FlagItem.NAME + "=" + FlagItem.YES);
            item.put("flags", List.copyOf(flags));
            fields.put("after", item);
        } else if (after instanceof Restore restore) {
            Map<String, Object> restored = new LinkedHashMap<>();
            restored.put("itemHash", restore.itemHash());
            restored.put("restore", items(restore.items(), schema));
            fields.put("after", restored);
        }
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "cause", "inExchange", "sequence", "noteId");
    }

    private static List<Map<String, Object>> items(List<KeptItem> items, int schema) {
        return items.stream()
                .map(item -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("index", item.image().index());
                    fields.put("stored", item.image().encoded());
                    if (schema > 1) {
                        fields.put("words", item.words());
                    }
                    return fields;
                })
                .toList();
    }
}
