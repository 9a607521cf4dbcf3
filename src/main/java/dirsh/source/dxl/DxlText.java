package dirsh.source.dxl;

import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/** Text on its way into DXL: escaped so that a reader gets back exactly the same characters. */
final class DxlText {

    private DxlText() {}

    /** Appends a text as attribute value or as character data. */
    static void escape(String text, StringBuilder target) {
        text.codePoints().forEach(c -> escape(c, target));
    }

    /**
     * The content of a {@code text} element: line ends as {@code break}, what XML cannot carry as {@code nonxmlchar},
     * what the file's encoding cannot carry as character references.
     *
     * @param prefix the namespace prefix of DXL with its colon, or empty
     */
    static String content(String text, String prefix, CharsetEncoder encoder) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                xml.append('<').append(prefix).append("break/>");
            } else if (!isXml(c)) {
                xml.append('<').append(prefix).append("nonxmlchar value='");
                xml.append(String.format(Locale.ROOT, "%02x", c)).append("'/>");
            } else if (!encoder.canEncode(Character.toString(c))) {
                xml.append("&#").append(c).append(';');
            } else {
                escape(c, xml);
            }
        });
        return xml.toString();
    }

    /** An attribute value or name of a person in the file's encoding. */
    static String plain(String text, CharsetEncoder encoder) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().filter(DxlText::isXml).forEach(c -> {
            if (encoder.canEncode(Character.toString(c))) {
                escape(c, xml);
            } else {
                xml.append("&#").append(c).append(';');
            }
        });
        return xml.toString();
    }

    private static void escape(int c, StringBuilder target) {
        switch (c) {
            case '&' -> target.append("&amp;");
            case '<' -> target.append("&lt;");
            case '>' -> target.append("&gt;");
            case '\'' -> target.append("&apos;");
            case '"' -> target.append("&quot;");
            case '\r', '\n', '\t' -> target.append("&#").append(c).append(';');
            default -> target.appendCodePoint(c);
        }
    }

    private static boolean isXml(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\r' || c == '\n';
        }
        return c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }
}
