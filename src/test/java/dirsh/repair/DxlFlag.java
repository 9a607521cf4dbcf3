package dirsh.repair;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The sync flag of a document as the JDK's own XML reader sees it, which knows nothing of ours.
 *
 * @param sequence the document's sequence number
 * @param items how many items bear the flag's name
 * @param healthy whether the last of them is the text 1 with the summary flag, and not sealed
 */
record DxlFlag(int sequence, int items, boolean healthy) {

    /** The flags of all documents of a file by UNID. */
    static Map<String, DxlFlag> of(Path file) throws Exception {
        Document dxl = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Map<String, DxlFlag> flags = new LinkedHashMap<>();
        NodeList documents = dxl.getElementsByTagName("document");
        for (int i = 0; i < documents.getLength(); i++) {
            Element document = (Element) documents.item(i);
            Element info = (Element) document.getElementsByTagName("noteinfo").item(0);
            flags.put(info.getAttribute("unid"), of(document, Integer.parseInt(info.getAttribute("sequence"))));
        }
        return flags;
    }

    private static DxlFlag of(Element document, int sequence) {
        int count = 0;
        boolean healthy = false;
        NodeList items = document.getElementsByTagName("item");
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            if (item.getAttribute("name").equalsIgnoreCase("AvailableForDirSync")) {
                count++;
                healthy = isHealthy(item);
            }
        }
        return new DxlFlag(sequence, count, healthy);
    }

    private static boolean isHealthy(Element item) {
        NodeList values = item.getElementsByTagName("*");
        return !item.getAttribute("summary").equals("false")
                && !item.getAttribute("seal").equals("true")
                && values.getLength() == 1
                && values.item(0).getNodeName().equals("text")
                && item.getTextContent().equals("1");
    }
}
