package dirsh.diagnose;

import dirsh.connector.FlagItem;
import dirsh.connector.WithoutLayout;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads from a stored item what the administrator meant by it, through wrong types, labels and stray characters.
 *
 * <p>This is for deciding whether a repair to Yes is safe, not for what the connector reads.
 */
final class StoredEvidence {

    private static final Set<String> YES_LABELS = Set.of(
            "yes", "y", "true", "ja", "oui", "si", "sí", "sim", "tak", "ano", "igen", "kyllä", "evet", "да", "はい", "是",
            "예");
    private static final Set<String> NO_LABELS = Set.of(
            "no", "n", "false", "nein", "non", "não", "nao", "nie", "ne", "nem", "nee", "nej", "nei", "ei", "hayır",
            "нет", "いいえ", "否", "아니요");

    private StoredEvidence() {}

    /** What one item says. */
    static Says of(Item item) {
        if (item.has(ItemFlag.PLACEHOLDER) || item.type().equals(ItemType.NONE)) {
            return Says.NOTHING;
        }
        ItemValue value = item.value();
        if (value instanceof ItemValue.Texts texts) {
            return texts(texts, item.type());
        }
        if (value instanceof ItemValue.Numbers numbers) {
            return all(numbers.written().stream().map(StoredEvidence::number).toList());
        }
        if (value instanceof ItemValue.RichText rich) {
            return text(rich.preview());
        }
        if (value instanceof ItemValue.Raw raw) {
            return raw(item.type(), HexFormat.of().parseHex(raw.hex()));
        }
        return value instanceof ItemValue.Absent ? Says.NOTHING : Says.UNCLEAR;
    }

    /** Whether every item says Yes and nothing says otherwise. */
    static boolean allSayYes(List<Item> items) {
        return all(items.stream().map(StoredEvidence::of).toList()) == Says.YES;
    }

    /** The first text of an item as the connector would compare it. */
    static String firstText(Item item) {
        return item.value() instanceof ItemValue.Texts texts && !texts.values().isEmpty()
                ? WithoutLayout.text(texts)
                : "";
    }

    /** Whether the text is a label of Yes or No rather than an alias, whatever stands around it. */
    static boolean isLabel(String text) {
        String plain = plain(text);
        return YES_LABELS.contains(plain) || NO_LABELS.contains(plain);
    }

    private static Says texts(ItemValue.Texts texts, ItemType type) {
        if (type.equals(ItemType.TEXT)) {
            return texts.values().isEmpty() ? Says.BLANK : text(WithoutLayout.text(texts));
        }
        // In a list an empty entry beside a Yes says nothing of its own.
        List<Says> said = texts.values().stream()
                .map(StoredEvidence::text)
                .filter(says -> says != Says.BLANK)
                .toList();
        return said.isEmpty() ? Says.BLANK : all(said);
    }

    private static Says text(String text) {
        // Nearly all people store just this.
        if (text.equals(FlagItem.YES)) {
            return Says.YES;
        }
        String plain = plain(text);
        if (plain.isEmpty()) {
            return Says.BLANK;
        }
        if (plain.equals(FlagItem.YES) || YES_LABELS.contains(plain)) {
            return Says.YES;
        }
        return plain.equals(FlagItem.NO) || NO_LABELS.contains(plain) ? Says.NO : Says.UNCLEAR;
    }

    /** The text in compatible characters and lower case, without blanks, control and format characters. */
    private static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point)
                        && !Character.isSpaceChar(point)
                        && !Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    private static Says number(String written) {
        try {
            BigDecimal number = new BigDecimal(written.strip());
            if (number.compareTo(BigDecimal.ONE) == 0) {
                return Says.YES;
            }
            return number.signum() == 0 ? Says.NO : Says.UNCLEAR;
        } catch (NumberFormatException e) {
            return Says.UNCLEAR;
        }
    }

    /** A value the exporter could not express: decoded only where the type word says text or number. */
    private static Says raw(ItemType type, byte[] bytes) {
        if (type.equals(ItemType.TEXT)) {
            return text(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (type.equals(ItemType.TEXT_LIST)) {
            List<String> entries = textList(bytes);
            return entries.isEmpty() ? Says.UNCLEAR : texts(new ItemValue.Texts(entries, false), ItemType.TEXT_LIST);
        }
        if (type.equals(ItemType.NUMBER) && bytes.length == Double.BYTES) {
            double number =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble();
            return number(Double.toString(number));
        }
        return Says.UNCLEAR;
    }

    /** The entries of a stored text list: count, lengths, then the texts; empty if it is not well formed. */
    private static List<String> textList(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < Short.BYTES) {
            return List.of();
        }
        int count = Short.toUnsignedInt(in.getShort());
        if (in.remaining() < count * Short.BYTES) {
            return List.of();
        }
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = Short.toUnsignedInt(in.getShort());
        }
        List<String> entries = new ArrayList<>();
        for (int length : lengths) {
            if (in.remaining() < length) {
                return List.of();
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(new String(entry, StandardCharsets.ISO_8859_1));
        }
        return entries;
    }

    private static Says all(List<Says> said) {
        Says first = said.isEmpty() ? Says.NOTHING : said.get(0);
        return said.stream().allMatch(first::equals) ? first : Says.UNCLEAR;
    }
}
