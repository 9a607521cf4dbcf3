package dirsh.repair;

import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.model.MappedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan means for whoever decides about it: how many updates it causes, who was repaired before, and whom it leaves
 * out although their documents could be repaired.
 *
 * @param replicas how many replicas the book has; each save reaches every one of them
 * @param recurrence people of the plan whom an earlier run had repaired, if there are any
 * @param withheld whom the plan does not take, since Exchange refutes their cause
 * @param elsewhere whom it does not take, since another replica has them healthy
 */
public record Outlook(
        int replicas, Optional<Recurrence> recurrence, List<Withheld> withheld, List<HealthyElsewhere> elsewhere) {

    /** One replica, and nobody was repaired before or is withheld. */
    static final Outlook ONE_REPLICA = new Outlook(1, Optional.empty(), List.of(), List.of());

    /**
     * An outlook.
     *
     * @throws DirshException as bad input if there are no replicas
     */
    public Outlook {
        withheld = List.copyOf(withheld);
        elsewhere = List.copyOf(elsewhere);
        if (replicas < 1) {
            throw DirshException.badInput(
                    "--replicas " + replicas + ": a book has one replica at least", "plan --replicas 3");
        }
    }

    /** The updates as a product, such as {@code 29 documents x 2 saves x 3 replicas = 174 updates}. */
    String multiplied(int documents, int saves) {
        return Counted.of(documents, "document") + " x " + Counted.of(saves / documents, "save") + " x "
                + Counted.of(replicas, "replica") + " = " + Counted.of(updates(saves), "update");
    }

    private long updates(int saves) {
        return (long) saves * replicas;
    }

    Map<String, Object> fields(int saves) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("replicas", replicas);
        fields.put("updates", updates(saves));
        recurrence.ifPresent(found -> fields.put("repairedBefore", found.fields()));
        if (!withheld.isEmpty()) {
            fields.put("withheld", new MappedList<>(withheld, Withheld::fields));
        }
        if (!elsewhere.isEmpty()) {
            fields.put("healthyElsewhere", new MappedList<>(elsewhere, HealthyElsewhere::fields));
        }
        return fields;
    }

    /** The same with what the plan was asked and found out later. */
    public Outlook with(int manyReplicas, Optional<Recurrence> found) {
        return new Outlook(manyReplicas, found, withheld, elsewhere);
    }

    List<String> sentences() {
        List<String> sentences =
                new ArrayList<>(recurrence.map(Recurrence::sentences).orElse(List.of()));
        withheld.forEach(one -> sentences.add(one.sentence()));
        elsewhere.forEach(one -> sentences.add(one.sentence()));
        return sentences;
    }
}
