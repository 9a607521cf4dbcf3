package dirsh.compare;

import dirsh.connector.PredictedRecipient;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody a rehearsed sync does something to, or passes over.
 *
 * @param unid the document
 * @param fullName the first full name as stored
 * @param cause why the person is passed over or deleted; empty for one who is added or modified
 * @param predicted the entry the connector makes of the document; empty for one it makes none of
 * @param changes the values that change
 */
public record RehearsedPerson(
        Unid unid, String fullName, String cause, Optional<PredictedRecipient> predicted, List<Difference> changes)
        implements Answer {

    public RehearsedPerson {
        changes = List.copyOf(changes);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("fullName", fullName);
        if (!cause.isEmpty()) {
            fields.put("cause", cause);
        }
        predicted.ifPresent(entry -> fields.putAll(entry.fields()));
        if (!changes.isEmpty()) {
            fields.put("changes", changes.stream().map(RehearsedPerson::change).toList());
        }
        return fields;
    }

    private static Map<String, Object> change(Difference difference) {
        Map<String, Object> fields = new LinkedHashMap<>(difference.fields());
        fields.remove("unid");
        return fields;
    }
}
