package dirsh.diagnose;

import dirsh.model.Item;
import dirsh.model.ItemValue;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;

/** An item's value in quotes, with every character that cannot be seen or told apart written as its code. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** The value; a long one is cut. */
    public static String value(Item item) {
        ItemValue value = item.value();
        if (value instanceof ItemValue.Raw raw) {
            return "bytes " + StringUtils.abbreviate(raw.hex(), LONGEST);
        }
        if (value instanceof ItemValue.Numbers || value instanceof ItemValue.Times) {
            return StringUtils.abbreviate(value.display(), LONGEST);
        }
        if (value instanceof ItemValue.Texts texts && texts.values().size() > 1) {
            return texts.values().stream().limit(5).map(Quoted::text).toList().toString();
        }
        return text(value.display());
    }

    private static String text(String text) {
        StringBuilder shown = new StringBuilder("\"");
        StringUtils.abbreviate(text, LONGEST).codePoints().forEach(point -> {
            boolean plain = (point >= ' ' && point < 0x7F) || Character.isLetter(point);
            if (plain) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", point));
            }
        });
        return shown.append('"').toString();
    }
}
