package dirsh.report;

import java.util.HexFormat;

/**
 * Text that is safe to show: characters that would act on a terminal, turn the reading direction or cannot be seen are
 * written as escapes such as {@code \u001B}.
 *
 * <p>The joiners inside words and emoji stay, because without them the text would read differently.
 */
final class ShownText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ShownText() {}

    /** The text on one line: line ends and tabs are escaped too. */
    static String line(String text) {
        return escaped(text, "");
    }

    /** The text with its line ends and tabs as they are. */
    static String lines(String text) {
        return escaped(text.replace("\r\n", "\n"), "\n\t");
    }

    private static String escaped(String text, String kept) {
        int i = 0;
        while (i < text.length() && !acts(text, i)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!acts(text, i) || kept.indexOf(c) >= 0) {
                shown.append(c);
            } else {
                shown.append(escape(c));
            }
        }
        return shown.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u" + HEX.toHexDigits(c);
        };
    }

    private static boolean acts(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x7F) {
            return c < ' ';
        }
        if (Character.isSurrogate(c)) {
            return !paired(text, i);
        }
        return c < 0xA0 || turnsDirection(c) || isInvisible(c);
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** The marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9, table 4). */
    private static boolean turnsDirection(char c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isInvisible(char c) {
        return c == 0x200B
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || c == 0xFEFF
                || c >= 0xFFFE;
    }
}
