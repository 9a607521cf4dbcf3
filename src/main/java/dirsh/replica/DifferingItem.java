package dirsh.replica;

import dirsh.diagnose.Quoted;
import dirsh.diagnose.StoredItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Items of a name that are stored otherwise in one replica than in another.
 *
 * @param name the name in its stored spelling
 * @param stored the items of each book that holds the document, by its name; none where it has no such item
 */
record DifferingItem(String name, Map<String, List<Item>> stored) {

    /** What is kept outside the items in some sources has a value only. */
    private static final List<String> OUTSIDE = List.of("Form", "$Ref", "$Conflict");

    /** Every item that is not the same on all of these sides. */
    static List<DifferingItem> of(List<Side> sides, DocumentContent content) {
        Map<String, Map<String, List<Item>>> byName = new TreeMap<>();
        for (Side side : sides) {
            Note note = side.note().orElseThrow();
            Map<String, List<Item>> all = new TreeMap<>(content.items(note));
            Map<String, String> outside = DocumentContent.outside(note);
            OUTSIDE.forEach(name -> all.put(name, List.of(Item.text(name, outside.getOrDefault(name, "")))));
            all.forEach((name, items) -> byName.computeIfAbsent(name, unused -> new LinkedHashMap<>())
                    .put(side.book(), items));
        }
        List<DifferingItem> differing = new ArrayList<>();
        byName.forEach((name, stored) -> {
            Map<String, List<Item>> all = new LinkedHashMap<>();
            sides.forEach(side -> all.put(side.book(), stored.getOrDefault(side.book(), List.of())));
            List<List<Item>> each = new ArrayList<>(all.values());
            if (each.stream().anyMatch(items -> !same(items, each.get(0), content))) {
                String spelling = each.stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(Item::name)
                        .orElse(name);
                differing.add(new DifferingItem(spelling, all));
            }
        });
        return differing;
    }

    private static boolean same(List<Item> one, List<Item> other, DocumentContent content) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!content.same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    Map<String, Object> fields() {
        List<Map<String, Object>> sides = new ArrayList<>();
        stored.forEach((book, items) -> {
            Map<String, Object> side = new LinkedHashMap<>();
            side.put("book", book);
            side.put(
                    "stored",
                    items.stream().map(item -> new StoredItem(item).fields()).toList());
            sides.add(side);
        });
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("sides", sides);
        return fields;
    }

    /** Every side in one sentence: {@code AvailableForDirSync is text (summary) "1" in a, no item in b}. */
    String sentence() {
        return name + " is "
                + stored.entrySet().stream()
                        .map(side -> shown(side.getValue()) + " in " + side.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String shown(List<Item> items) {
        return items.isEmpty()
                ? "no item"
                : items.stream().map(DifferingItem::shown).collect(Collectors.joining(" and "));
    }

    private static String shown(Item item) {
        String flags = Arrays.stream(ItemFlag.values())
                .filter(item::has)
                .map(ItemFlag::toString)
                .collect(Collectors.joining(", "));
        return item.type() + (flags.isEmpty() ? " " : " (" + flags + ") ") + Quoted.value(item);
    }
}
