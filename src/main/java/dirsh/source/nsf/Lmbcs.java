package dirsh.source.nsf;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Decodes text in the Lotus multi-byte character set, optimised for group 1 (nsf-format, LMBCS). */
final class Lmbcs {

    private static final int CONTROL = 0x0F;
    private static final int UTF_16 = 0x14;
    private static final int LOW_BYTE_ZERO = 0xF6;

    private final Map<LmbcsGroup, CharacterTable> tables = new EnumMap<>(LmbcsGroup.class);
    private boolean flawed;

    /** Whether something since the last question could not be decoded and became U+FFFD. */
    boolean tellFlawed() {
        boolean told = flawed;
        flawed = false;
        return told;
    }

    /** The text; a NUL byte in it is a line break. */
    String decode(NsfBytes bytes) {
        return decode(bytes.array(), bytes.start(), bytes.length());
    }

    /** The text in a part of an array. */
    String decode(byte[] array, int from, int length) {
        int end = from + length;
        int at = from;
        while (at < end && array[at] >= ' ') {
            at++;
        }
        if (at == end) {
            return new String(array, from, length, StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder(length);
        for (at = from; at < end; ) {
            at = decodeOne(array, at, end, text);
        }
        return text.toString();
    }

    /** Decodes one character and tells where the next one begins. */
    private int decodeOne(byte[] array, int at, int end, StringBuilder text) {
        int value = array[at] & 0xFF;
        if (value >= 0x80) {
            append(text, table(LmbcsGroup.LATIN_1).single(value));
            return at + 1;
        }
        if (value >= ' ' || value == '\t' || value == '\n' || value == '\r' || value == 0x19) {
            text.append((char) value);
            return at + 1;
        }
        if (value == 0) {
            text.append('\n');
            return at + 1;
        }
        LmbcsGroup group = LmbcsGroup.of(value);
        int width = group != null ? group.width() : value == UTF_16 ? 2 : value == CONTROL ? 1 : 0;
        if (width == 0 || at + width >= end) {
            append(text, CharacterTable.NOTHING);
            return width == 0 ? at + 1 : end;
        }
        int first = array[at + 1] & 0xFF;
        if (width == 1) {
            append(text, group != null ? table(group).single(first) : control(first));
            return at + 2;
        }
        int second = array[at + 2] & 0xFF;
        if (group == null) {
            append(text, (char) (first == LOW_BYTE_ZERO ? second << 8 : first << 8 | second));
        } else {
            append(
                    text,
                    first == value ? table(group).single(second) : table(group).pair(first, second));
        }
        return at + 3;
    }

    private CharacterTable table(LmbcsGroup group) {
        return tables.computeIfAbsent(group, wanted -> new CharacterTable(wanted.charset()));
    }

    private static char control(int value) {
        if (value >= 0x80) {
            return (char) value;
        }
        return value < 0x20 ? CharacterTable.NOTHING : (char) (value - 0x20);
    }

    private void append(StringBuilder text, char character) {
        flawed |= character == CharacterTable.NOTHING;
        text.append(character);
    }
}
