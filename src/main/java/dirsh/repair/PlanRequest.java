package dirsh.repair;

import dirsh.diagnose.Cause;
import dirsh.model.Unid;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the people left out a plan is to take.
 *
 * @param causes take these causes only, decisions too; empty for everything that is offered
 * @param named take these people even where it is a decision
 * @param among take only people among these; empty for no such limit
 * @param systematic causes that may cover a large part of the book
 * @param groups whether groups are taken too
 * @param limit at most so many documents; 0 for no limit
 * @param mode how documents are brought back to Yes
 */
public record PlanRequest(
        Set<Cause> causes,
        Set<Unid> named,
        Optional<Set<Unid>> among,
        Set<Cause> systematic,
        boolean groups,
        int limit,
        RepairMode mode) {

    public PlanRequest {
        causes = Set.copyOf(causes);
        named = Set.copyOf(named);
        among = among.map(Set::copyOf);
        systematic = Set.copyOf(systematic);
    }

    /** Everything that is offered, by toggle. */
    public static final PlanRequest OFFERED =
            new PlanRequest(Set.of(), Set.of(), Optional.empty(), Set.of(), false, 0, RepairMode.TOGGLE);
}
