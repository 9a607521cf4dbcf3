package dirsh.diagnose;

import dirsh.connector.FlagReading;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody another reader than the Exchange connector leaves out.
 *
 * @param reader who reads the flag
 * @param unid the document
 * @param noteId the document in this file
 * @param fullName the first full name as stored, or the name of the group
 * @param cause the id of the cause, or {@link #NOT_PICKED}
 * @param reads what that reader reads
 * @param connectorReads what the connector reads
 * @param policy whether it is an honest No or blank
 * @param evidence sentences, the decisive one first
 */
public record ReaderFinding(
        String reader,
        Unid unid,
        int noteId,
        String fullName,
        String cause,
        FlagReading reads,
        FlagReading connectorReads,
        boolean policy,
        List<String> evidence)
        implements Answer {

    /** The word for a cause where the flag is stored as a form stores it and the reader does not want the document. */
    public static final String NOT_PICKED = "not-picked";

    public ReaderFinding {
        evidence = List.copyOf(evidence);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reader", reader);
        fields.put("unid", unid.toString());
        fields.put("noteId", Integer.toHexString(noteId).toUpperCase(Locale.ROOT));
        fields.put("fullName", fullName);
        fields.put("cause", cause);
        fields.put("reads", reads.toString());
        fields.put("connectorReads", connectorReads.toString());
        fields.put("evidence", evidence);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "cause", "reads", "connectorReads", "noteId");
    }

    /** 0 for a policy (an honest No or blank), else 1. */
    @Override
    public int exitCode() {
        return policy ? 0 : 1;
    }
}
