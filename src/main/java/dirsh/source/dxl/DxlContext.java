package dirsh.source.dxl;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a record inherits from the elements around it.
 *
 * @param replicaId the replica id; empty where none is stated
 * @param namespaces the URI of each prefix; the default namespace under the empty prefix
 */
record DxlContext(String replicaId, Map<String, String> namespaces) {

    static final DxlContext NONE = new DxlContext("", Map.of());

    DxlContext {
        namespaces = Map.copyOf(namespaces);
    }

    /** What records inside the current element inherit. */
    DxlContext inside(DxlTokens element) {
        XMLStreamReader reader = element.reader();
        String stated = element.isDxl() ? element.attribute("replicaid") : null;
        int count = reader.getNamespaceCount();
        if (stated == null && count == 0) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(namespaces);
        for (int i = 0; i < count; i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            all.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        return new DxlContext(stated == null ? replicaId : stated.toUpperCase(Locale.ROOT), all);
    }

    /** The same with a replica id, unless it has one. */
    DxlContext withReplicaId(@Nullable String other) {
        return replicaId.isEmpty() && other != null ? new DxlContext(other.toUpperCase(Locale.ROOT), namespaces) : this;
    }

    /** A start tag that gives what is inside it the same namespaces. */
    String startTag() {
        StringBuilder tag = new StringBuilder("<fragment");
        new TreeMap<>(namespaces).forEach((prefix, uri) -> {
            tag.append(" xmlns")
                    .append(prefix.isEmpty() ? "" : ":")
                    .append(prefix)
                    .append("='");
            DxlText.escape(uri, tag);
            tag.append('\'');
        });
        return tag.append('>').toString();
    }

    /** The end tag of {@link #startTag()}. */
    static String endTag() {
        return "</fragment>";
    }
}
