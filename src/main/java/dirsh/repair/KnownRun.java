package dirsh.repair;

import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.source.BookIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run with what it and its verifications came to so far; nothing is looked at anew and nothing is written.
 *
 * @param summary the run in one row
 * @param verifiedAt when it was last verified, as ISO 8601 in GMT; empty for never
 * @param export the Exchange export that was looked at last; empty for none
 * @param people those whose documents the run brought to the planned state
 */
public record KnownRun(RunSummary summary, String verifiedAt, String export, List<Person> people) implements Answer {

    public KnownRun {
        people = List.copyOf(people);
    }

    /**
     * A document that a run brought to its planned state.
     *
     * @param unid the document
     * @param cause what was wrong with it
     * @param stored how the last verification found it; empty if there was none
     * @param seenAt when the person was first found in an export; empty for never
     * @param seenIn that export
     */
    public record Person(Unid unid, String cause, String stored, String seenAt, String seenIn) {}

    /**
     * The runs on a book and its replicas, the oldest first.
     *
     * @param damaged is told, in one line each, which runs cannot be read
     */
    public static List<KnownRun> of(BookIdentity book, RunStore runs, Consumer<String> damaged) {
        List<KnownRun> known = new ArrayList<>();
        for (RunSummary summary : runs.list(damaged)) {
            try {
                if (isOf(book, runs.plan(summary.id()))) {
                    known.add(of(summary, runs));
                }
            } catch (DirshException e) {
                damaged.accept("run " + summary.id() + " cannot be read: " + e.problem());
            }
        }
        return known;
    }

    private static boolean isOf(BookIdentity book, Plan plan) {
        return plan.replicaId().isEmpty()
                ? plan.lockKey().equals(book.lockKey())
                : plan.replicaId().equalsIgnoreCase(book.replicaId());
    }

    private static KnownRun of(RunSummary summary, RunStore runs) {
        VerifiedPeople verified = runs.verified(summary.id());
        List<Person> people = new ArrayList<>();
        for (Entry entry : runs.load(summary.id()).entries()) {
            if (entry.outcome() == Outcome.DONE) {
                Optional<VerifiedPeople.Known> seen = verified.of(entry.unid());
                people.add(new Person(
                        entry.unid(),
                        entry.cause(),
                        seen.map(known -> known.stored().toString()).orElse(""),
                        seen.map(VerifiedPeople.Known::seenAt).orElse(""),
                        seen.map(VerifiedPeople.Known::seenIn).orElse("")));
            }
        }
        return new KnownRun(summary, verified.at(), verified.export(), people);
    }

    /** Whether its documents count as repaired: it is no undo and was not taken back. */
    public boolean stands() {
        return summary.undoes().isEmpty() && summary.state() != RunState.UNDONE;
    }

    /** How many of its people the last verification found stored that way. */
    public long count(Verification.Stored stored) {
        return people.stream()
                .filter(person -> person.stored().equals(stored.toString()))
                .count();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", summary.id());
        fields.put("state", summary.state().toString());
        fields.put("book", summary.book());
        fields.put("mode", summary.mode());
        fields.put("undoes", summary.undoes());
        fields.put("planned", summary.planned());
        fields.put("done", summary.done());
        fields.put("refused", summary.refused());
        fields.put("ended", summary.ended());
        fields.put("verifiedAt", verifiedAt);
        fields.put("held", count(Verification.Stored.HELD));
        fields.put("changed", count(Verification.Stored.CHANGED));
        fields.put("lost", count(Verification.Stored.LOST) + count(Verification.Stored.GONE));
        fields.put("seenInExchange", export.isEmpty() ? 0 : summary.seen());
        fields.put("notYetInExchange", export.isEmpty() ? 0 : summary.notYet());
        fields.put("export", export);
        return fields;
    }
}
