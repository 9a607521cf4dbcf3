package dirsh.compare;

import dirsh.connector.PredictedRecipient;
import dirsh.diagnose.Cause;
import dirsh.model.Unid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rehearsal knows of the connector and of single documents beside the comparison.
 *
 * @param filters whether the connector's filters are known
 * @param lastExtract whether it is known when the connector last looked for changes in this replica
 * @param rules whether the connector's own mapping rules are known, rather than those it comes with
 * @param seen what was seen of the documents a sync may touch
 * @param lists the distribution lists of the export with members
 */
public record Outlook(
        boolean filters, boolean lastExtract, boolean rules, Map<Unid, Seen> seen, List<MemberList> lists) {

    /**
     * A document a sync may touch.
     *
     * @param fullName the first full name as stored
     * @param modified whether it was modified since the last extract; true where that is not known
     * @param predicted the entry the connector makes of it
     * @param internetAddress its internet address; empty if there is none
     * @param afterRepair what still keeps it out once its flag is repaired
     */
    public record Seen(
            String fullName,
            boolean modified,
            PredictedRecipient predicted,
            String internetAddress,
            Optional<Cause> afterRepair) {}

    /**
     * A distribution list of the export.
     *
     * @param name its display name
     * @param members what the export calls its members
     */
    public record MemberList(String name, List<String> members) {
        public MemberList {
            members = List.copyOf(members);
        }
    }

    public Outlook {
        seen = new HashMap<>(seen);
        lists = List.copyOf(lists);
    }

    /** Whether a sync's numbers are bounds rather than what the files say. */
    boolean isBound(boolean update) {
        return !filters || (update && !lastExtract);
    }
}
