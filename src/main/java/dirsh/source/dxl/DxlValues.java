package dirsh.source.dxl;

import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.NotesTime;
import dirsh.model.Problem;
import dirsh.source.NoteSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the value inside an {@code item} element. Nothing is trimmed; white space outside the values means nothing. */
final class DxlValues {

    private static final int PREVIEW = 64 << 10;
    private static final int MAX_NUMBER = 400;
    private static final Set<String> PICTURES = Set.of("gif", "jpeg", "png", "notesbitmap", "cgm", "filedata");

    private final DxlTokens tokens;
    private final NoteSink problems;
    private final DxlTexts texts;

    /** What an item holds. */
    record Value(ItemType type, ItemValue value) {}

    DxlValues(DxlTokens tokens, NoteSink problems, DxlTexts texts) {
        this.tokens = tokens;
        this.problems = problems;
        this.texts = texts;
    }

    /** Begins another record. */
    void reset() {
        texts.resetRoom();
    }

    /** Begins to count the bytes of another item. */
    void resetBytes() {
        texts.resetBytes();
    }

    void addBytes(long count) {
        texts.addBytes(count);
    }

    /** How many bytes the characters of the item's value take in the file. */
    long bytes() {
        return texts.bytes();
    }

    /** The characters of the current element. */
    String text() {
        return texts.read();
    }

    /** The type that the current element stands for. */
    ItemType type() {
        String element = tokens.name();
        ItemType type = type(element, tokens.attribute("type"));
        if (type == null && isRaw(element)) {
            problem("a raw value without a type in hexadecimal digits");
        }
        return type == null ? ItemType.NONE : type;
    }

    /**
     * The type that an element stands for; null if there is none.
     *
     * @param stated the attribute {@code type}, which raw values have
     */
    static @Nullable ItemType type(String element, @Nullable String stated) {
        return switch (element) {
            case "text" -> ItemType.TEXT;
            case "textlist" -> ItemType.TEXT_LIST;
            case "number" -> ItemType.NUMBER;
            case "numberlist" -> ItemType.NUMBER_LIST;
            case "datetime" -> ItemType.TIME;
            case "datetimelist" -> ItemType.TIME_LIST;
            case "richtext" -> ItemType.RICH_TEXT;
            case "formula" -> ItemType.FORMULA;
            case "object" -> ItemType.OBJECT;
            default -> isRaw(element) ? rawType(stated) : null;
        };
    }

    private static boolean isRaw(String element) {
        return element.equals("rawitemdata") || element.equals("itemdata");
    }

    private static @Nullable ItemType rawType(@Nullable String stated) {
        try {
            return stated == null ? null : new ItemType(Integer.parseInt(stated, 16));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Reads the value whose start is the current token. */
    Value read() {
        ItemType type = type();
        texts.resetRawLineEnd();
        return new Value(type, value(type));
    }

    private ItemValue value(ItemType type) {
        return switch (tokens.name()) {
            case "text" -> new ItemValue.Texts(List.of(texts.read()), texts.rawLineEnd());
            case "textlist" -> new ItemValue.Texts(list("text", texts::read), texts.rawLineEnd());
            case "number" -> new ItemValue.Numbers(List.of(number()));
            case "numberlist" -> new ItemValue.Numbers(list("number", this::number));
            case "datetime" -> new ItemValue.Times(time().map(List::of).orElse(List.of()));
            case "datetimelist" -> times();
            case "richtext" -> richText();
            case "rawitemdata", "itemdata" -> raw(type);
            case "formula" -> undecoded("formula");
            case "object" -> undecoded("attachment");
            default -> {
                problem("an item with a value of a kind that DXL does not have");
                yield undecoded("unknown kind");
            }
        };
    }

    private List<String> list(String element, Supplier<String> child) {
        List<String> values = new ArrayList<>();
        each(element, () -> {
            String value = child.get();
            if (!texts.isFull()) {
                values.add(value);
            }
        });
        return values;
    }

    private ItemValue undecoded(String what) {
        tokens.skip();
        return new ItemValue.Undecoded(what);
    }

    private String number() {
        String written = texts.read();
        if (!texts.isFull() && !isNumber(written)) {
            problem("a number that is none");
        }
        return written;
    }

    /** Whether a text is a decimal number. */
    static boolean isNumber(String written) {
        try {
            if (written.length() > MAX_NUMBER) {
                return false;
            }
            new BigDecimal(written.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The time in the current {@code datetime} element; an empty element is no time and no error. */
    Optional<NotesTime> time() {
        String daylightSaving = tokens.attribute("dst");
        String written = texts.read();
        Optional<NotesTime> time = DxlTimes.parse(written, "true".equalsIgnoreCase(daylightSaving));
        if (time.isEmpty() && !written.isBlank()) {
            problem("a time that is none");
        }
        return time;
    }

    private ItemValue times() {
        List<NotesTime> times = new ArrayList<>();
        each("", () -> {
            if (tokens.name().equals("datetimepair")) {
                each("datetime", () -> time().ifPresent(times::add));
            } else if (tokens.name().equals("datetime")) {
                time().ifPresent(times::add);
            } else {
                unexpected();
            }
        });
        return new ItemValue.Times(times);
    }

    private ItemValue richText() {
        StringBuilder preview = new StringBuilder();
        int depth = tokens.depth();
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (DxlTokens.isText(token) && preview.length() < PREVIEW) {
                preview.append(texts.piece());
            } else if (token == DxlTokens.START) {
                if (tokens.name().equals("break")) {
                    preview.append('\n');
                } else if (PICTURES.contains(tokens.name())) {
                    tokens.skip();
                }
            }
            token = tokens.next();
        }
        preview.setLength(Math.min(preview.length(), PREVIEW));
        return new ItemValue.RichText(preview.toString());
    }

    private ItemValue raw(ItemType type) {
        String encoded = texts.read().replaceAll("\\s+", "");
        if (encoded.isEmpty() && type.equals(ItemType.NONE)) {
            return new ItemValue.Absent();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            return new ItemValue.Raw(
                    HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, PREVIEW)));
        } catch (IllegalArgumentException e) {
            problem("a raw value that is not base64");
            return new ItemValue.Undecoded("unreadable raw value");
        }
    }

    /** Reads the children of the current element; every name is taken if the wanted one is empty. */
    private void each(String wanted, Runnable child) {
        int depth = tokens.depth();
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (token == DxlTokens.START) {
                if (wanted.isEmpty() || tokens.name().equals(wanted)) {
                    child.run();
                } else {
                    unexpected();
                }
            }
            token = tokens.next();
        }
    }

    private void unexpected() {
        problem("an unexpected element in a value, which is passed over");
        tokens.skip();
    }

    private void problem(String text) {
        problems.problem(new Problem(tokens.place(), text));
    }
}
