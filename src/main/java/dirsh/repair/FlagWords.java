package dirsh.repair;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.source.ItemImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** The flag items of a document in words, such as {@code text "1" (summary)}. */
final class FlagWords {

    private static final int LONGEST = 60;
    private static final int LONGEST_STORED = 400;

    private FlagWords() {}

    /** One text for each flag item; an empty list if there is none. */
    static List<String> of(Note note) {
        List<String> words = new ArrayList<>();
        for (Item item : FlagItem.of(note)) {
            String flags = Arrays.stream(ItemFlag.values())
                    .filter(item::has)
                    .map(ItemFlag::toString)
                    .collect(Collectors.joining(", "));
            String value = StringUtils.abbreviate(item.value().display(), LONGEST);
            words.add(item.type()
                    + (item.value() instanceof ItemValue.Raw ? " bytes " + value : " \"" + value + "\"")
                    + (flags.isEmpty() ? "" : " (" + flags + ")"));
        }
        return words;
    }

    /** The items as the book they came from writes them, where no document is left to read them from. */
    static List<String> of(List<ItemImage> images) {
        return images.stream()
                .map(image -> StringUtils.abbreviate(image.encoded(), LONGEST_STORED))
                .toList();
    }
}
