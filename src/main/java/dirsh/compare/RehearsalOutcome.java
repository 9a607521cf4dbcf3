package dirsh.compare;

import dirsh.model.Answer;
import dirsh.model.Page;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A rehearsal compared with what the sync did, by a newer export.
 *
 * @param rows one for each rehearsed sync and time; the sync that was run is the one to look at
 */
public record RehearsalOutcome(List<Row> rows) implements Page {

    /**
     * What was predicted of one sync.
     *
     * @param adds people to be added
     * @param deletes people to be deleted
     * @param missing everybody who was not in Exchange
     */
    public record Predicted(String sync, String when, Set<Unid> adds, Set<Unid> deletes, Set<Unid> missing) {
        /** Everybody the prediction names. */
        public Set<Unid> people() {
            Set<Unid> people = new LinkedHashSet<>(missing);
            people.addAll(adds);
            people.addAll(deletes);
            return people;
        }

        public Predicted {
            adds = new LinkedHashSet<>(adds);
            deletes = new LinkedHashSet<>(deletes);
            missing = new LinkedHashSet<>(missing);
        }
    }

    /**
     * How one prediction came out.
     *
     * @param appeared people who were to be added and are there, with a recipient of their own
     * @param notYet people who were to be added and are not there
     * @param vanished people who were to be deleted and are gone
     * @param stayed people who were to be deleted and are there
     * @param unforeseenAdds people who are there although they were not to be added
     * @param unforeseenDeletes people who are gone although they were not to be deleted
     * @param notKnown people who were to be added or deleted and are ambiguous now, or whose document is no longer in the book
     */
    public record Row(
            String sync,
            String when,
            Set<Unid> appeared,
            Set<Unid> notYet,
            Set<Unid> vanished,
            Set<Unid> stayed,
            Set<Unid> unforeseenAdds,
            Set<Unid> unforeseenDeletes,
            Set<Unid> notKnown)
            implements Answer {

        /** Whether everything came as predicted. */
        public boolean cameTrue() {
            return notYet.isEmpty()
                    && stayed.isEmpty()
                    && unforeseenAdds.isEmpty()
                    && unforeseenDeletes.isEmpty()
                    && notKnown.isEmpty();
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("sync", sync);
            fields.put("when", when);
            fields.put("cameTrue", cameTrue());
            fields.put("appeared", texts(appeared));
            fields.put("notYet", texts(notYet));
            fields.put("vanished", texts(vanished));
            fields.put("stayed", texts(stayed));
            fields.put("unforeseenAdds", texts(unforeseenAdds));
            fields.put("unforeseenDeletes", texts(unforeseenDeletes));
            fields.put("notKnown", texts(notKnown));
            return fields;
        }

        private static List<String> texts(Set<Unid> unids) {
            return unids.stream().sorted().map(Unid::toString).toList();
        }
    }

    public RehearsalOutcome {
        rows = List.copyOf(rows);
    }

    /**
     * Compares predictions with how things are now.
     *
     * @param inBook of the people the predictions name, those whose document is still in the book
     */
    public static RehearsalOutcome of(List<Predicted> predictions, Comparison now, Set<Unid> inBook) {
        Set<Unid> missing = new HashSet<>();
        now.missing().forEach(person -> missing.add(person.unid()));
        Set<Unid> ambiguous = new HashSet<>();
        now.ambiguous().forEach(person -> ambiguous.add(person.unid()));
        List<Row> rows = new ArrayList<>();
        for (Predicted predicted : predictions) {
            Set<Unid> gone = without(missing, predicted.missing());
            Set<Unid> judged = new LinkedHashSet<>(predicted.adds());
            judged.addAll(predicted.deletes());
            rows.add(new Row(
                    predicted.sync(),
                    predicted.when(),
                    matched(predicted.adds(), missing, ambiguous, inBook),
                    both(predicted.adds(), missing),
                    both(predicted.deletes(), missing),
                    matched(predicted.deletes(), missing, ambiguous, inBook),
                    without(matched(predicted.missing(), missing, ambiguous, inBook), predicted.adds()),
                    without(gone, predicted.deletes()),
                    without(without(judged, missing), matched(judged, missing, ambiguous, inBook))));
        }
        return new RehearsalOutcome(rows);
    }

    /** Those of the people who have a recipient of their own now. */
    private static Set<Unid> matched(Set<Unid> some, Set<Unid> missing, Set<Unid> ambiguous, Set<Unid> inBook) {
        return both(without(without(some, missing), ambiguous), inBook);
    }

    private static Set<Unid> without(Set<Unid> some, Set<Unid> others) {
        Set<Unid> left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Set<Unid> both(Set<Unid> some, Set<Unid> others) {
        Set<Unid> left = new LinkedHashSet<>(some);
        left.retainAll(others);
        return left;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", rows.stream().map(Answer::fields).toList());
        return fields;
    }

    /** 0 if one of the predictions came true as a whole, else 1. */
    @Override
    public int exitCode() {
        return rows.stream().anyMatch(Row::cameTrue) ? 0 : 1;
    }

    @Override
    public List<Section> sections() {
        List<dirsh.model.Row> table = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> fields = new LinkedHashMap<>();
            row.fields()
                    .forEach((name, value) ->
                            fields.put(name, value instanceof List<?> people ? (Object) people.size() : value));
            table.add(new dirsh.model.Row(fields));
        }
        String best = rows.stream()
                .filter(Row::cameTrue)
                .map(row -> row.sync() + " " + row.when())
                .findFirst()
                .map(name -> "the rehearsal of the " + name + " came true")
                .orElse(String.format(Locale.ROOT, "none of %d rehearsals came true as a whole", rows.size()));
        return List.of(new Section("What was rehearsed and what happened", List.of(best), table));
    }
}
