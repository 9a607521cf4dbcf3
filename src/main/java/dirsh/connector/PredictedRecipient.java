package dirsh.connector;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The entry the connector would make of a document.
 *
 * @param targetAddress tag TA, such as {@code NOTES:Jane Doe/Acme@ACME}
 * @param alias tag Alias
 * @param displayName tag FullName
 * @param directoryName tag DN, the part below the import container
 */
public record PredictedRecipient(String targetAddress, String alias, String displayName, String directoryName) {

    /** The entry as data, under the tags' names. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ta", targetAddress);
        fields.put("alias", alias);
        fields.put("displayName", displayName);
        fields.put("dn", directoryName);
        return fields;
    }
}
