package dirsh.source.dxl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the characters of a file lie in its bytes.
 *
 * @param charset the character set
 * @param unit bytes for each character the parser counts; 0 where that is not the same for all characters
 * @param base bytes before the parser begins to count
 */
record DxlEncoding(Charset charset, int unit, int base) {

    /** What the parser decodes itself, counting bytes from the first one of the file. */
    static DxlEncoding bytes(String name) {
        return new DxlEncoding(Charset.forName(name), 1, 0);
    }

    /**
     * What goes through a decoder of Java. The parser then counts UTF-16 units, and not before the end of the XML
     * declaration.
     *
     * @param head the first bytes of the file
     */
    static DxlEncoding decoded(String name, byte[] head) {
        Charset charset = Charset.forName(name);
        boolean utf16 = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        int unit = utf16 ? 2 : charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1 ? 1 : 0;
        String start = new String(head, charset);
        int mark = start.startsWith("\uFEFF") ? 1 : 0;
        int declaration = start.startsWith("<?xml", mark) ? start.indexOf("?>", mark) + 2 : mark;
        return new DxlEncoding(charset, unit, declaration * unit);
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
