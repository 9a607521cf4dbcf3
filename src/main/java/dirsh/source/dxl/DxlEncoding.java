package dirsh.source.dxl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the characters of a file lie in its bytes.
 *
 * @param charset the character set
 * @param unit bytes for each character the parser counts; 0 where that is not the same for all characters
 */
record DxlEncoding(Charset charset, int unit) {

    /** The encoding of nearly all exports. */
    static final DxlEncoding UTF_8 = bytes("UTF-8");

    /** What the parser decodes itself, counting bytes. */
    static DxlEncoding bytes(String name) {
        return new DxlEncoding(Charset.forName(name), 1);
    }

    /**
     * What goes through a decoder of Java, so that the parser counts UTF-16 units, from the byte order mark on.
     *
     * @param head the first bytes of the file
     */
    static DxlEncoding decoded(String name, byte[] head) {
        Charset charset = Charset.forName(name);
        if (charset.equals(StandardCharsets.UTF_16)) {
            boolean little = head.length > 1 && ((head[0] & 0xFF) == 0xFF || head[1] == 0);
            charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        boolean utf16 = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
        return new DxlEncoding(charset, utf16 ? 2 : single ? 1 : 0);
    }

    /** Whether byte offsets are exact, which point reads and edits need. */
    boolean exact() {
        return unit > 0;
    }

    /** An XML declaration that makes the parser read what follows in this encoding. */
    byte[] declaration() {
        String name = unit == 2 ? "UTF-16" : charset.name();
        String text = "<?xml version='1.0' encoding='" + name + "'?>";
        return (unit == 2 ? "\uFEFF" + text : text).getBytes(charset);
    }

    /** Whether the bytes are those of the text. */
    boolean spells(byte[] bytes, int from, String text) {
        byte[] wanted = text.getBytes(charset);
        return from >= 0
                && from + wanted.length <= bytes.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
