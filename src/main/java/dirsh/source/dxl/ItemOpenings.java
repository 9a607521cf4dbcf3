package dirsh.source.dxl;

import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.source.Projection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the openings of items off plain bytes, and keeps those met in a pass. */
final class ItemOpenings {

    private static final byte[] ITEM = "item".getBytes(StandardCharsets.US_ASCII);

    /** A longer opening is not kept. */
    private static final int LONGEST = 512;

    private static final int MOST = 4096;

    private final PlainMarkup markup;
    private final PlainContent content;
    private final Projection projection;
    private final Map<ByteBuffer, ItemOpening> known = new HashMap<>();

    private final ItemOpening none =
            new ItemOpening(new ItemOpening.Meaning("", "", true, ItemType.NONE, Set.of(), false, false, false));

    private String name = "";
    private @Nullable Boolean statedSummary;
    private final Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
    private int end;

    ItemOpenings(PlainMarkup markup, PlainContent content, Projection projection) {
        this.markup = markup;
        this.content = content;
        this.projection = projection;
    }

    /** Reads an opening. */
    ItemOpening read(int from) {
        int value = itemTag(from);
        end = content.startTag(value);
        ItemOpening found = known.get(ByteBuffer.wrap(markup.bytes(), from, end - from));
        if (found == null) {
            found = new ItemOpening(meaning(value));
            if (end - from <= LONGEST && known.size() < MOST) {
                known.put(ByteBuffer.wrap(Arrays.copyOfRange(markup.bytes(), from, end)), found);
            }
        }
        return found;
    }

    /** What stands for an opening in front of the first item of a document, where passages begin as well. */
    ItemOpening none() {
        return none;
    }

    /** Where the opening that was read last ends. */
    int end() {
        return end;
    }

    /** Reads the tag of the item itself, to where its value begins. */
    private int itemTag(int from) {
        int end = content.startTag(from);
        if (markup.isEmpty() || !markup.is(from + 1, markup.nameEnd(), ITEM)) {
            throw markup.failure(from);
        }
        name = "";
        statedSummary = null;
        flags.clear();
        for (int i = 0; i < markup.attributes(); i++) {
            attribute(markup.attributeName(i), i);
        }
        if (name.isEmpty() || DxlItems.decidesKind(name)) {
            throw markup.failure(from);
        }
        return markup.space(end);
    }

    private void attribute(String attribute, int index) {
        switch (attribute) {
            case "name" -> name = markup.attributeValue(index);
            case "summary" -> statedSummary = isTrue(index);
            case "protected" -> flag(ItemFlag.PROTECTED, index);
            case "names" -> flag(ItemFlag.NAMES, index);
            case "readers" -> flag(ItemFlag.READERS, index);
            case "authors" -> flag(ItemFlag.AUTHORS, index);
            case "sign" -> flag(ItemFlag.SIGNED, index);
            case "seal" -> flag(ItemFlag.SEAL, index);
            case "sealed" -> flag(ItemFlag.SEALED, index);
            case "placeholder" -> flag(ItemFlag.PLACEHOLDER, index);
            default -> {
                // Others, such as unchanged, say nothing about the stored item.
            }
        }
    }

    private void flag(ItemFlag flag, int index) {
        if (isTrue(index)) {
            flags.add(flag);
        }
    }

    private boolean isTrue(int index) {
        String value = markup.attributeValue(index);
        if (!value.equals("true") && !value.equals("false")) {
            throw markup.failure(markup.nameEnd());
        }
        return value.equals("true");
    }

    /** What the item whose attributes were read says, with the tag of its value, which was the last one read. */
    private ItemOpening.Meaning meaning(int value) {
        String element = markup.ascii(value + 1, markup.nameEnd());
        String typeName = "";
        boolean daylightSaving = false;
        for (int i = 0; i < markup.attributes(); i++) {
            String attribute = markup.attributeName(i);
            if (attribute.equals("type")) {
                typeName = markup.attributeValue(i);
            } else if (attribute.equals("dst")) {
                daylightSaving = markup.attributeValue(i).equalsIgnoreCase("true");
            }
        }
        ItemType type = DxlValues.type(element, typeName);
        if (type == null) {
            throw markup.failure(value);
        }
        boolean wanted = projection.takes(name) || flags.contains(ItemFlag.READERS);
        if (DxlItems.isSummary(type, statedSummary)) {
            flags.add(ItemFlag.SUMMARY);
        }
        // Who asks for an item by a constant then finds it by a comparison of references.
        String shared = known.size() < MOST ? name.intern() : name;
        return new ItemOpening.Meaning(
                shared, element, markup.isEmpty(), type, flags, statedSummary != null, daylightSaving, wanted);
    }
}
