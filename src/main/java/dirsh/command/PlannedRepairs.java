package dirsh.command;

import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import dirsh.repair.Change;
import dirsh.repair.Plan;
import dirsh.source.BookIdentity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents that the plan made last in a session would bring back to Yes in a book, as the book is now.
 *
 * @param documents those that are still as they were planned
 * @param doubts why others are not counted, in sentences
 */
record PlannedRepairs(Set<Unid> documents, List<String> doubts) {

    private static final PlannedRepairs NONE = new PlannedRepairs(Set.of(), List.of());

    PlannedRepairs {
        documents = Set.copyOf(documents);
        doubts = List.copyOf(doubts);
    }

    /**
     * What is left of a plan.
     *
     * @param findings everybody of the book with a cause; somebody repaired has none any more
     */
    static PlannedRepairs of(Optional<Plan> last, BookIdentity book, List<Finding> findings) {
        if (last.isEmpty() || last.get().changes().isEmpty()) {
            return NONE;
        }
        Plan plan = last.get();
        if (!plan.lockKey().equals(book.lockKey())) {
            return ignored("is of another book, " + plan.address());
        }
        if (plan.undoes().isPresent()) {
            return ignored("undoes run " + plan.undoes().get());
        }
        Map<Unid, Finding> left = new HashMap<>();
        findings.forEach(finding -> left.put(finding.unid(), finding));
        Set<Unid> documents = new HashSet<>();
        for (Change change : plan.changes()) {
            if (isAsPlanned(change, left.get(change.unid()))) {
                documents.add(change.unid());
            }
        }
        int other = plan.changes().size() - documents.size();
        return new PlannedRepairs(
                documents,
                other == 0
                        ? List.of()
                        : List.of(String.format(
                                Locale.ROOT,
                                "What the plan made last would change in %,d of its %,d documents: they were saved since, by"
                                        + " apply or otherwise, and are taken as they are.",
                                other,
                                plan.changes().size())));
    }

    private static boolean isAsPlanned(Change change, @Nullable Finding now) {
        return now != null
                && change.sequence() == now.sequence()
                && change.itemHash().equals(now.itemHash());
    }

    private static PlannedRepairs ignored(String why) {
        return new PlannedRepairs(
                Set.of(),
                List.of("What a plan would change: the plan made last " + why
                        + ", so nothing counts as repaired after the plan."));
    }
}
