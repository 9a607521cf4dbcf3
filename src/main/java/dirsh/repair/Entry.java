package dirsh.repair;

import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One planned document of a run and what became of it.
 *
 * @param unid the document
 * @param fullName whose it is
 * @param cause the id of the cause
 * @param outcome what became of it
 * @param reason why it was refused, or what is to be known of a repaired one; mostly empty
 * @param sequence its sequence number afterwards; 0 while it is not done
 * @param itemHash the fingerprint of its flag items afterwards; empty while it is not done
 */
public record Entry(
        Unid unid, String fullName, String cause, Outcome outcome, String reason, int sequence, String itemHash)
        implements Answer {

    /** A planned document that nothing was done with yet. */
    static Entry planned(Change change) {
        return new Entry(change.unid(), change.fullName(), change.cause(), Outcome.UNTOUCHED, "", 0, "");
    }

    Entry with(Outcome newOutcome, String newReason, int newSequence, String newItemHash) {
        return new Entry(unid, fullName, cause, newOutcome, newReason, newSequence, newItemHash);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fullName", fullName);
        fields.put("outcome", outcome.toString());
        fields.put("cause", cause);
        fields.put("reason", reason);
        fields.put("sequence", sequence);
        fields.put("unid", unid.toString());
        return fields;
    }
}
