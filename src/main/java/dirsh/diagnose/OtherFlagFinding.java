package dirsh.diagnose;

import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A document whose item of another name is not stored as a form stores a Yes.
 *
 * @param flag the item's name
 * @param unid the document
 * @param noteId the document in this file
 * @param fullName whose it is
 * @param cause the first by precedence
 * @param stored what the value says, whatever its type: {@code yes}, {@code no}, {@code blank}, {@code nothing} or {@code unclear}
 * @param reads what somebody reads in it who reads as the Exchange connector does
 * @param evidence sentences, the decisive one first
 */
public record OtherFlagFinding(
        String flag,
        Unid unid,
        int noteId,
        String fullName,
        Cause cause,
        String stored,
        String reads,
        List<String> evidence)
        implements Answer {

    public OtherFlagFinding {
        evidence = List.copyOf(evidence);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("flag", flag);
        fields.put("unid", unid.toString());
        fields.put("noteId", Integer.toHexString(noteId).toUpperCase(Locale.ROOT));
        fields.put("fullName", fullName);
        fields.put("cause", cause.id());
        fields.put("stored", stored);
        fields.put("reads", reads);
        fields.put("evidence", evidence);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "flag", "cause", "stored", "reads", "noteId");
    }

    /** 0 for a plain No or blank, else 1. */
    @Override
    public int exitCode() {
        return cause.isPolicy() ? 0 : 1;
    }
}
