package dirsh.compare;

import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.diagnose.FlagCauses;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody of whom something else holds than when a snapshot was taken.
 *
 * @param unid the document
 * @param fullName what to call the person
 * @param change in what way
 * @param then what held then, in a word: a cause, {@code healthy}, or whether in Exchange
 * @param now what holds now
 * @param again the run that had repaired the person before; empty if none had
 * @param lastSavedBy who saved the document last; empty if that is not known
 */
public record SnapshotChange(
        Unid unid, String fullName, Change change, String then, String now, String again, String lastSavedBy)
        implements Answer {

    /** In what way somebody changed. */
    public enum Change {
        /** Healthy then, and the connector reads No now though the form shows Yes. */
        DAMAGED("damaged", true),
        /** The same, after an earlier run had repaired the person. */
        DAMAGED_AGAIN("damaged-again", true),
        /** Not left out then, and now for a reason that is no damage, such as an honest No. */
        LEFT_OUT("left-out", false),
        /** Left out then, and no longer. */
        HEALED("healed", false),
        /** Left out then and now, for different reasons. */
        OTHER_CAUSE("other-cause", true),
        /** Not there then, and left out now. */
        NEW("new", true),
        /** There then, and no longer. */
        GONE("gone", false),
        /** In Exchange now, and not then. */
        APPEARED("appeared", false),
        /** In Exchange then, and no longer. */
        LOST("lost", true),
        /** Not in Exchange and not in the book then. */
        MISSING("missing", true),
        /** In Exchange then and now, but the connector reads No or blank by now. */
        AT_RISK("at-risk", true);

        private final String id;
        private final boolean worse;

        Change(String id, boolean worse) {
            this.id = id;
            this.worse = worse;
        }

        /** The word used in output. */
        public String id() {
            return id;
        }
    }

    /** The word for nobody and nothing wrong. */
    static final String HEALTHY = "healthy";

    /** A cause in a word. */
    static String word(Optional<Cause> cause) {
        return cause.map(Cause::id).orElse(HEALTHY);
    }

    /**
     * What changed in the diagnosis of a person; empty if nothing did.
     *
     * @param kept what the snapshot holds
     * @param finding what the diagnosis says now
     * @param again the run that had repaired the person before; empty if none had
     */
    static Optional<Change> of(Optional<Snapshot.Kept> kept, Optional<Finding> finding, String again) {
        Optional<Cause> now = finding.map(Finding::cause);
        if (kept.isEmpty()) {
            return now.isEmpty() ? Optional.empty() : Optional.of(Change.NEW);
        }
        Optional<Cause> then = kept.get().cause();
        if (then.equals(now)) {
            return Optional.empty();
        }
        if (now.isEmpty()) {
            return Optional.of(Change.HEALED);
        }
        if (then.isPresent()) {
            return Optional.of(Change.OTHER_CAUSE);
        }
        if (finding.filter(FlagCauses::isFault).isEmpty()) {
            return Optional.of(Change.LEFT_OUT);
        }
        return Optional.of(again.isEmpty() ? Change.DAMAGED : Change.DAMAGED_AGAIN);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("fullName", fullName);
        fields.put("change", change.id());
        fields.put("then", then);
        fields.put("now", now);
        if (!again.isEmpty()) {
            fields.put("repairedBy", again);
        }
        fields.put("lastSavedBy", lastSavedBy);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "change", "then", "now", "lastSavedBy");
    }

    /** 1 where something got worse that may be repaired or looked into. */
    @Override
    public int exitCode() {
        return change.worse ? 1 : 0;
    }
}
