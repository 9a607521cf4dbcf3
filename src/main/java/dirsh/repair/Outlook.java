package dirsh.repair;

import dirsh.model.DirshException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan means for whoever decides about it: how many updates it causes, and who was repaired before.
 *
 * @param replicas how many replicas the book has; each save reaches every one of them
 * @param recurrence people of the plan whom an earlier run had repaired, if there are any
 */
public record Outlook(int replicas, Optional<Recurrence> recurrence) {

    /** One replica, and nobody was repaired before. */
    static final Outlook ONE_REPLICA = new Outlook(1, Optional.empty());

    /**
     * An outlook.
     *
     * @throws DirshException as bad input if there are no replicas
     */
    public Outlook {
        if (replicas < 1) {
            throw DirshException.badInput(
                    "--replicas " + replicas + ": a book has one replica at least", "plan --replicas 3");
        }
    }

    /** The updates as a product, such as {@code 29 documents x 2 saves x 3 replicas = 174 updates}. */
    String multiplied(int documents, int saves) {
        return counted(documents, "document") + " x " + counted(saves / documents, "save") + " x "
                + counted(replicas, "replica") + " = " + counted(updates(saves), "update");
    }

    private long updates(int saves) {
        return (long) saves * replicas;
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    Map<String, Object> fields(int saves) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("replicas", replicas);
        fields.put("updates", updates(saves));
        recurrence.ifPresent(found -> fields.put("repairedBefore", found.fields()));
        return fields;
    }

    List<String> sentences() {
        return recurrence.map(Recurrence::sentences).orElse(List.of());
    }
}
