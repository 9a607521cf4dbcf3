package dirsh.diagnose;

import dirsh.model.Answer;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemPlace;
import dirsh.model.ItemValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One stored item as {@code show} lists it.
 *
 * @param item the item
 * @param place where it is, or null where the source does not know it
 */
public record StoredItem(Item item, @Nullable ItemPlace place) implements Answer {

    /** An item of a source that does not know where its items are. */
    public StoredItem(Item item) {
        this(item, null);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", item.name());
        fields.put("type", item.type().toString());
        fields.put("flags", flags());
        fields.put("value", value());
        if (item.sequence() > 0) {
            fields.put("sequence", item.sequence());
        }
        if (place != null) {
            fields.put("duplicate", place.duplicate());
            fields.put("place", place.place().offset());
        }
        return fields;
    }

    /** The flags in the order of their declaration, so that equal items read equal. */
    private List<String> flags() {
        return Arrays.stream(ItemFlag.values())
                .filter(item::has)
                .map(ItemFlag::toString)
                .toList();
    }

    private Object value() {
        return item.value() instanceof ItemValue.Texts texts && texts.values().size() != 1
                ? texts.values()
                : item.value().display();
    }
}
