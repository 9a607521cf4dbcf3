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
        int sequence,
        String itemHash,
        List<ItemImage> before,
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
    }

    /**
     * The items as they were stored once, for undoing a repair.
     *
     * @param images the items
     * @param itemHash their fingerprint
     */
    public record Restore(List<ItemImage> images, String itemHash) implements After {
        public Restore {
            images = List.copyOf(images);
        }
    }

    /** How many saves the change takes in the mode; restoring takes one. */
    int saves(RepairMode mode) {
        return after instanceof Yes ? mode.saves() : 1;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("noteId", Integer.toHexString(noteId).toUpperCase(Locale.ROOT));
        fields.put("fullName", fullName);
        fields.put("cause", cause);
        fields.put("sequence", sequence);
        fields.put("itemHash", itemHash);
        fields.put("before", images(before));
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
            restored.put("restore", images(restore.images()));
            fields.put("after", restored);
        }
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "cause", "sequence", "noteId");
    }

    private static List<Map<String, Object>> images(List<ItemImage> images) {
        return images.stream()
                .map(image -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("index", image.index());
                    fields.put("stored", image.encoded());
                    return fields;
                })
                .toList();
    }
}
