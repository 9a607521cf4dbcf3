package dirsh.source.dxl;

import dirsh.model.ItemFlag;
import dirsh.source.NoteEdit;
import java.nio.charset.CharsetEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A text item as a DXL element, the way the exporter writes it: flags only where they are not the default. */
final class DxlItemText {

    private static final Map<ItemFlag, String> ATTRIBUTES = attributes();

    private DxlItemText() {}

    private static Map<ItemFlag, String> attributes() {
        Map<ItemFlag, String> attributes = new LinkedHashMap<>();
        attributes.put(ItemFlag.SIGNED, "sign");
        attributes.put(ItemFlag.SEAL, "seal");
        attributes.put(ItemFlag.SEALED, "sealed");
        attributes.put(ItemFlag.PROTECTED, "protected");
        attributes.put(ItemFlag.AUTHORS, "authors");
        attributes.put(ItemFlag.NAMES, "names");
        attributes.put(ItemFlag.READERS, "readers");
        attributes.put(ItemFlag.PLACEHOLDER, "placeholder");
        return attributes;
    }

    /** The element. Summary is the default of a text, so it is only said where it is missing. */
    static String element(String name, NoteEdit.Text text, String prefix, DxlEncoding encoding) {
        CharsetEncoder encoder = encoding.charset().newEncoder();
        StringBuilder xml = new StringBuilder("<").append(prefix).append("item name='");
        xml.append(DxlText.plain(name, encoder)).append('\'');
        if (!text.flags().contains(ItemFlag.SUMMARY)) {
            xml.append(" summary='false'");
        }
        ATTRIBUTES.forEach((flag, attribute) -> {
            if (text.flags().contains(flag)) {
                xml.append(' ').append(attribute).append("='true'");
            }
        });
        xml.append("><").append(prefix).append("text");
        if (text.value().isEmpty()) {
            xml.append("/>");
        } else {
            xml.append('>').append(DxlText.content(text.value(), prefix, encoder));
            xml.append("</").append(prefix).append("text>");
        }
        return xml.append("</").append(prefix).append("item>").toString();
    }
}
