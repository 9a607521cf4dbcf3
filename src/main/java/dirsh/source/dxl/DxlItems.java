package dirsh.source.dxl;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.NotesTime;
import dirsh.model.Problem;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the {@code item} elements of one record: flags here, values by {@link DxlValues}. */
final class DxlItems {

    /** More items than this are not kept of one document; Domino itself allows far fewer. */
    private static final int MAX_ITEMS = 100_000;

    private static final int MAX_KNOWN = 10_000;

    private final DxlTokens tokens;
    private final Projection projection;
    private final NoteSink problems;
    private final DxlValues values;

    /** The spellings met so far, each with whether it is taken; a directory has few of them. */
    private final Map<String, Boolean> known = new HashMap<>();

    private int count;
    private long summarySize;

    private String name = "";
    private final Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
    private @Nullable Boolean statedSummary;

    DxlItems(DxlTokens tokens, Projection projection, NoteSink problems, DxlValues values) {
        this.tokens = tokens;
        this.projection = projection;
        this.problems = problems;
        this.values = values;
    }

    /** Begins another record. */
    void reset() {
        count = 0;
        summarySize = 0;
        values.reset();
    }

    /** About how many bytes the summary items of the record take. */
    int summarySize() {
        return (int) Math.min(summarySize, Integer.MAX_VALUE);
    }

    /** Whether items of the name are wanted. */
    boolean takes(String itemName) {
        Boolean taken = known.get(itemName);
        if (taken == null) {
            taken = projection.takes(itemName);
            if (known.size() < MAX_KNOWN) {
                known.put(itemName, taken);
            }
        }
        return taken;
    }

    /** The characters of an element outside the items, such as a name in {@code updatedby}. */
    String plainText() {
        return values.text();
    }

    /** The time in a {@code datetime} element. */
    Optional<NotesTime> time() {
        return values.time();
    }

    /** Reads the item whose start is the current token; null if it is only counted. */
    @Nullable
    Item read() {
        attributes();
        values.resetBytes();
        boolean wanted = !name.isEmpty() && (takes(name) || decidesKind(name) || flags.contains(ItemFlag.READERS));
        if (!wanted) {
            countSummary(skip());
            if (name.isEmpty()) {
                problem("an item without name, which is passed over");
            }
            return null;
        }
        if (++count > MAX_ITEMS) {
            countSummary(skip());
            if (count == MAX_ITEMS + 1) {
                problem("the document has more than " + MAX_ITEMS + " items; the rest is not read");
            }
            return null;
        }
        return value();
    }

    private Item value() {
        int depth = tokens.depth();
        DxlValues.Value found = null;
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (token == DxlTokens.START) {
                if (found == null) {
                    found = values.read();
                } else {
                    problem("an item with several values, of which the first is taken");
                    tokens.skip();
                }
            }
            token = tokens.next();
        }
        if (found == null) {
            if (!flags.contains(ItemFlag.PLACEHOLDER)) {
                problem("an item without value");
            }
            found = new DxlValues.Value(ItemType.NONE, new ItemValue.Absent());
        }
        countSummary(found.type());
        if (summary(found.type())) {
            flags.add(ItemFlag.SUMMARY);
        }
        return new Item(name, found.type(), found.value(), flags, statedSummary != null, 0);
    }

    private boolean summary(@Nullable ItemType type) {
        return isSummary(type, statedSummary);
    }

    /** Whether an item of a type is in the summary, by what its attribute states if it has one. */
    static boolean isSummary(@Nullable ItemType type, @Nullable Boolean stated) {
        if (type != null && type.equals(ItemType.RICH_TEXT)) {
            return false;
        }
        return stated != null ? stated : type != null && isSummaryByDefault(type);
    }

    /** The exporter leaves the attribute out where the flag is what the type has by default. */
    private static boolean isSummaryByDefault(ItemType type) {
        return switch (type.code()) {
            case 0x0300, 0x0301, 0x0400, 0x0401, 0x0500, 0x0501 -> true;
            default -> false;
        };
    }

    private void countSummary(@Nullable ItemType type) {
        if (summary(type)) {
            // An object's bytes are stored beside the note, only a short descriptor is in it.
            summarySize += name.length() + (ItemType.OBJECT.equals(type) ? 0 : values.bytes());
        }
    }

    /** Whether an item of the name tells what kind of document it is in. */
    static boolean decidesKind(String name) {
        return name.startsWith("$")
                && (name.equalsIgnoreCase("$REF")
                        || name.equalsIgnoreCase("$Conflict")
                        || name.equalsIgnoreCase("$Name"));
    }

    private void attributes() {
        name = "";
        flags.clear();
        statedSummary = null;
        XMLStreamReader reader = tokens.reader();
        int attributes = reader.getAttributeCount();
        for (int i = 0; i < attributes; i++) {
            String attribute = reader.getAttributeLocalName(i);
            switch (attribute) {
                case "name" -> name = reader.getAttributeValue(i);
                case "summary" -> statedSummary = isTrue(attribute, reader.getAttributeValue(i));
                case "protected" -> flag(ItemFlag.PROTECTED, attribute, i);
                case "names" -> flag(ItemFlag.NAMES, attribute, i);
                case "readers" -> flag(ItemFlag.READERS, attribute, i);
                case "authors" -> flag(ItemFlag.AUTHORS, attribute, i);
                case "sign" -> flag(ItemFlag.SIGNED, attribute, i);
                case "seal" -> flag(ItemFlag.SEAL, attribute, i);
                case "sealed" -> flag(ItemFlag.SEALED, attribute, i);
                case "placeholder" -> flag(ItemFlag.PLACEHOLDER, attribute, i);
                default -> {
                    // The schema has others, such as unchanged, which say nothing about the stored item.
                }
            }
        }
    }

    private void flag(ItemFlag flag, String attribute, int index) {
        if (Boolean.TRUE.equals(isTrue(attribute, tokens.reader().getAttributeValue(index)))) {
            flags.add(flag);
        }
    }

    private @Nullable Boolean isTrue(String attribute, String value) {
        boolean stated = value.equals("true") || value.equalsIgnoreCase("true");
        if (!stated && !value.equalsIgnoreCase("false")) {
            problem("the attribute " + attribute + " of an item is neither true nor false");
            return null;
        }
        return stated;
    }

    /** Passes over the item, measures its value as reading it would, and tells its type; null if it has no value. */
    private @Nullable ItemType skip() {
        ItemType type = null;
        int item = tokens.depth();
        int leaf = item + 1;
        long from = -1;
        int token = tokens.next();
        while (tokens.depth() >= item) {
            if (from >= 0) {
                values.addBytes(tokens.start() - from);
                from = -1;
            }
            if (token == DxlTokens.START) {
                if (type == null) {
                    type = values.type();
                    leaf = tokens.name().endsWith("list") ? item + 2 : leaf;
                }
            } else if (DxlTokens.isText(token) && tokens.depth() >= leaf) {
                from = tokens.start();
            }
            token = tokens.next();
        }
        return type;
    }

    private void problem(String text) {
        problems.problem(new Problem(tokens.place(), text));
    }
}
