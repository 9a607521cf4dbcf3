package dirsh.source.nsf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** An item to write: any flags, any bytes. */
final class MadeItem {

    static final int SUMMARY = 0x0004;
    static final int TYPE_BY_NAME = 0x0008;
    static final int PLACEHOLDER = 0x0100;
    static final int TEXT = 0x0500;
    static final int TEXT_LIST = 0x0501;

    private final String name;
    private final int type;
    private final int flags;
    private final byte[] value;
    private int duplicate;
    private int sequence = 1;

    /** An item whose type stands with its name, or in its value where the flags say so. */
    MadeItem(String name, int type, int flags, byte[] value) {
        this.name = name;
        this.type = type;
        this.flags = flags;
        this.value = value.clone();
    }

    static MadeItem text(String name, String text) {
        return new MadeItem(name, TEXT, SUMMARY | TYPE_BY_NAME, lmbcs(text));
    }

    static MadeItem texts(String name, List<String> texts) {
        return new MadeItem(name, TEXT_LIST, SUMMARY | TYPE_BY_NAME, list(texts));
    }

    MadeItem duplicate(int number) {
        duplicate = number;
        return this;
    }

    MadeItem sequence(int number) {
        sequence = number;
        return this;
    }

    String name() {
        return name;
    }

    int type() {
        return type;
    }

    int flags() {
        return flags;
    }

    int duplicate() {
        return duplicate;
    }

    int sequence() {
        return sequence;
    }

    boolean isSummary() {
        return (flags & SUMMARY) != 0;
    }

    /** The value with its type word, where it has one. */
    byte[] stored() {
        if ((flags & (TYPE_BY_NAME | PLACEHOLDER)) != 0) {
            return value.clone();
        }
        ByteBuffer stored = ByteBuffer.allocate(2 + value.length).order(ByteOrder.LITTLE_ENDIAN);
        return stored.putShort((short) type).put(value).array();
    }

    /** Text in LMBCS, all beyond ASCII in UTF-16. */
    static byte[] lmbcs(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.write(0);
            } else if (c < ' ' && c != '\t' && c != '\r') {
                out.writeBytes(new byte[] {0x0F, (byte) (c + 0x20)});
            } else if (c < 0x80) {
                out.write(c);
            } else if ((c & 0xFF) == 0) {
                out.writeBytes(new byte[] {0x14, (byte) 0xF6, (byte) (c >> 8)});
            } else {
                out.writeBytes(new byte[] {0x14, (byte) (c >> 8), (byte) c});
            }
        }
        return out.toByteArray();
    }

    static byte[] list(List<String> texts) {
        List<byte[]> parts = texts.stream().map(MadeItem::lmbcs).toList();
        int length = 2
                + 2 * parts.size()
                + parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer list =
                ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) parts.size());
        parts.forEach(part -> list.putShort((short) part.length));
        parts.forEach(list::put);
        return list.array();
    }

    static byte[] number(double number) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(number)
                .array();
    }

    /** Rich text of one paragraph. */
    static byte[] richText(String text) {
        byte[] characters = lmbcs(text);
        int length = 8 + characters.length;
        ByteBuffer records = ByteBuffer.allocate(2 + length + (length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        records.put((byte) 0x81).put((byte) 2);
        records.putShort((short) 0xFF85)
                .putShort((short) length)
                .putInt(0x0A000001)
                .put(characters);
        return Arrays.copyOf(records.array(), records.capacity());
    }
}
