package dirsh.repair;

import dirsh.compare.AmbiguousPerson;
import dirsh.compare.Comparison;
import dirsh.compare.MissingPerson;
import dirsh.diagnose.Finding;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether a person was seen in Exchange when the plan was made.
 *
 * <p>It tells two kinds of damage apart. Somebody who was seen there and reads No was exported once and is at risk: the
 * next full reload deletes the recipient and its memberships. Somebody who was not seen there has nothing to lose: the
 * next update sync after the repair creates the recipient. One export is all that is looked at, so a person who was
 * deleted from Exchange before it was written counts as not seen.
 */
public enum InExchange {
    /** Seen there. */
    YES,
    /** Not found there. */
    NO,
    /** No export was open, or the export does not tell: an ambiguous person, a group. */
    UNKNOWN;

    /** What a comparison says about each finding; without one nothing is known. */
    static Function<Finding, InExchange> by(Optional<Comparison> comparison) {
        if (comparison.isEmpty()) {
            return finding -> UNKNOWN;
        }
        Set<Unid> missing = new HashSet<>();
        comparison.get().missing().stream().map(MissingPerson::unid).forEach(missing::add);
        Set<Unid> ambiguous = new HashSet<>();
        comparison.get().ambiguous().stream().map(AmbiguousPerson::unid).forEach(ambiguous::add);
        return finding -> {
            if (finding.kind() != NoteKind.PERSON || ambiguous.contains(finding.unid())) {
                return UNKNOWN;
            }
            return missing.contains(finding.unid()) ? NO : YES;
        };
    }

    /** The word of the JSON output. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
