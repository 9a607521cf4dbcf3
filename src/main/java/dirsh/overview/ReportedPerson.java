package dirsh.overview;

import dirsh.model.Answer;
import dirsh.model.Unid;
import dirsh.repair.InExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of whom there is something to tell, with what shows it.
 *
 * @param unid the document
 * @param noteId the document in this file, as hexadecimal digits
 * @param fullName the first full name as stored, or what else the document is known by
 * @param standing how the person stands
 * @param cause the id of the cause; {@code unexplained} or {@code ambiguous} where the document has none, empty for the repaired
 * @param formShows what the form shows; empty where it was not looked at
 * @param connectorReads what the connector reads
 * @param inExchange whether the person is in Exchange
 * @param unit the organisation and its units; empty for a flat name
 * @param mailServer the home server; empty where the document names none
 * @param evidence sentences, the decisive one first
 * @param repair what a repair can do
 * @param repaired by which run the document was repaired last, if any did
 */
public record ReportedPerson(
        Unid unid,
        String noteId,
        String fullName,
        Standing standing,
        String cause,
        String formShows,
        String connectorReads,
        InExchange inExchange,
        String unit,
        String mailServer,
        List<String> evidence,
        RepairOutlook repair,
        Optional<Repaired> repaired)
        implements Answer {

    /** The word in place of a cause where more than one recipient is in question. */
    public static final String AMBIGUOUS = "ambiguous";

    public ReportedPerson {
        evidence = List.copyOf(evidence);
    }

    /**
     * The last repair of a document.
     *
     * @param run the run
     * @param cause what it repaired
     * @param verified how the last verification found the document, such as {@code held}; empty if there was none
     * @param seenAt when a verification first found the person in Exchange; empty for never
     * @param seenIn in which export
     */
    public record Repaired(String run, String cause, String verified, String seenAt, String seenIn) {
        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("run", run);
            fields.put("repairedCause", cause);
            fields.put("verified", verified);
            fields.put("seenAt", seenAt);
            fields.put("seenIn", seenIn);
            return fields;
        }
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fullName", fullName);
        fields.put("standing", standing.toString());
        fields.put("cause", cause);
        fields.put("formShows", formShows);
        fields.put("connectorReads", connectorReads);
        fields.put("inExchange", inExchange.toString());
        fields.put("unit", unit);
        fields.put("mailServer", mailServer);
        fields.put("evidence", evidence);
        fields.put("repair", repair.toString());
        fields.putAll(repaired.orElse(NEVER).fields());
        fields.put("unid", unid.toString());
        fields.put("noteId", noteId);
        return fields;
    }

    private static final Repaired NEVER = new Repaired("", "", "", "", "");
}
