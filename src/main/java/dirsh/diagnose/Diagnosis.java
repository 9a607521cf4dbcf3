package dirsh.diagnose;

import dirsh.model.NoteKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a whole address book came to.
 *
 * @param findings everybody left out, in stored order; groups and conflict documents too
 * @param tallies the counts by kind
 * @param usuallyProtected whether most healthy flag items of this book are protected
 */
public record Diagnosis(List<Finding> findings, Map<NoteKind, Tally> tallies, boolean usuallyProtected) {

    public Diagnosis {
        findings = List.copyOf(findings);
        tallies = tallies.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(tallies));
    }

    /** The same where these causes were refuted in this environment: no plan takes their documents by itself. */
    public Diagnosis refuting(Map<Cause, String> refuted) {
        if (refuted.isEmpty()) {
            return this;
        }
        List<Finding> judged = findings.stream()
                .map(finding -> {
                    String sentence = refuted.get(finding.cause());
                    return sentence == null ? finding : finding.refuted(sentence);
                })
                .toList();
        return new Diagnosis(judged, tallies, usuallyProtected);
    }

    /** The same with findings that only other replicas show; they are in no count. */
    public Diagnosis with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Diagnosis(all, tallies, usuallyProtected);
    }

    /** The counts of a kind; all zero if there is no document of it. */
    public Tally of(NoteKind kind) {
        return tallies.getOrDefault(kind, new Tally());
    }

    /** The findings of persons, and of groups where asked for. */
    public List<Finding> findings(boolean groups) {
        return findings.stream()
                .filter(finding -> groups || finding.kind() == NoteKind.PERSON)
                .toList();
    }
}
