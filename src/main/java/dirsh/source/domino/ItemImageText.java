package dirsh.source.domino;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.source.ItemImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stored form of an item that the C API can write again: texts and numbers with all their flags.
 *
 * @param name in its stored spelling
 * @param type text, number, or a list of one of them
 * @param flags all flags
 * @param values as they are written
 */
record ItemImageText(String name, ItemType type, Set<ItemFlag> flags, List<String> values) {

    ItemImageText {
        flags = Set.copyOf(flags);
        values = List.copyOf(values);
    }

    /** The image of an item; one that says what is lost where the library cannot write such an item. */
    static ItemImage of(int index, Item item) {
        if (item.has(ItemFlag.SEALED) || item.has(ItemFlag.SIGNED)) {
            return ItemImage.lost(index, item.has(ItemFlag.SEALED) ? "an encrypted item" : "a signed item");
        }
        List<String> values;
        if (item.value() instanceof ItemValue.Texts texts) {
            values = texts.values();
        } else if (item.value() instanceof ItemValue.Numbers numbers
                && numbers.written().stream().noneMatch(written -> written.contains("N") || written.contains("I"))) {
            values = numbers.written();
        } else {
            return ItemImage.lost(index, item.type().toString());
        }
        StringBuilder encoded = new StringBuilder();
        encoded.append(base64(item.name()))
                .append(' ')
                .append(Integer.toHexString(item.type().code()))
                .append(' ')
                .append(Stream.of(ItemFlag.values())
                        .filter(item::has)
                        .map(Enum::name)
                        .collect(Collectors.joining(",")));
        values.forEach(value -> encoded.append(" =").append(base64(value)));
        return new ItemImage(index, encoded.toString());
    }

    /** What an image holds that {@link #of} made. */
    static ItemImageText parse(String encoded) {
        String[] parts = encoded.split(" ", -1);
        Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
        Stream.of(parts[2].split(","))
                .filter(name -> !name.isEmpty())
                .map(ItemFlag::valueOf)
                .forEach(flags::add);
        List<String> values = new ArrayList<>();
        for (int i = 3; i < parts.length; i++) {
            values.add(text(parts[i].substring(1)));
        }
        return new ItemImageText(text(parts[0]), new ItemType(Integer.parseInt(parts[1], 16)), flags, values);
    }

    /** The value as the library takes it: a text, a number, or a list. */
    Object value() {
        if (type.equals(ItemType.TEXT)) {
            return values.get(0);
        }
        if (type.equals(ItemType.TEXT_LIST)) {
            return values;
        }
        List<Double> numbers = values.stream().map(Double::valueOf).toList();
        return type.equals(ItemType.NUMBER) ? numbers.get(0) : numbers;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
