package dirsh.repair;

import dirsh.diagnose.BookClock;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * People of a plan whom earlier runs had repaired in the same replica, and who has saved them last.
 *
 * @param again how many are damaged again
 * @param behind how many are stored as before that repair: this copy of the book has not got it
 * @param lastRun the latest of the runs that had repaired them
 * @param editors who saved the damaged ones last, the most frequent first
 */
public record Recurrence(int again, int behind, String lastRun, List<Editor> editors) {

    public Recurrence {
        editors = List.copyOf(editors);
    }

    /**
     * Somebody who saved damaged people last.
     *
     * @param name as stored; {@code (not stored)} where the book does not say
     * @param people how many
     * @param latest when the latest of these saves was, if the book says so
     */
    public record Editor(String name, int people, Optional<Instant> latest) {

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("people", people);
            latest.ifPresent(time -> fields.put("latest", time.toString()));
            return fields;
        }

        private String shown() {
            return name + " (" + people + latest.map(time -> ", latest " + time).orElse("") + ")";
        }
    }

    /**
     * Looks for the people of a plan in the runs kept; nothing if none of them was repaired before.
     *
     * @param book the book the plan is for
     * @param damaged is told, in one line each, which runs cannot be read; the others count all the same
     */
    public static Optional<Recurrence> of(Plan plan, AddressBook book, RunStore runs, Consumer<String> damaged) {
        Map<Unid, Change> sought = new HashMap<>();
        plan.changes().forEach(change -> sought.put(change.unid(), change));
        List<RunSummary> latestFirst = sought.isEmpty() ? List.of() : latestFirst(runs, damaged);
        List<Note> again = new ArrayList<>();
        int behind = 0;
        String lastRun = "";
        for (RunSummary summary : latestFirst) {
            for (Map.Entry<Unid, Integer> repaired :
                    repaired(summary, plan.replicaId(), runs, damaged).entrySet()) {
                Change change = sought.remove(repaired.getKey());
                if (change != null) {
                    lastRun = lastRun.isEmpty() ? summary.id() : lastRun;
                    if (change.sequence() < repaired.getValue()) {
                        behind++;
                    } else {
                        book.read(change.unid()).ifPresent(again::add);
                    }
                }
            }
            if (sought.isEmpty()) {
                break;
            }
        }
        return lastRun.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recurrence(again.size(), behind, lastRun, editors(again)));
    }

    /**
     * The run that repaired each person of a replica last.
     *
     * @param damaged is told, in one line each, which runs cannot be read; the others count all the same
     */
    public static Map<Unid, String> repairedBy(String replicaId, RunStore runs, Consumer<String> damaged) {
        Map<Unid, String> repairedBy = new HashMap<>();
        for (RunSummary summary : latestFirst(runs, damaged)) {
            repaired(summary, replicaId, runs, damaged)
                    .keySet()
                    .forEach(unid -> repairedBy.putIfAbsent(unid, summary.id()));
        }
        return repairedBy;
    }

    private static List<RunSummary> latestFirst(RunStore runs, Consumer<String> damaged) {
        List<RunSummary> latestFirst = new ArrayList<>(
                runs.list(damaged).stream().filter(Recurrence::counts).toList());
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    /** Whether a run is a repair that was not taken back. */
    private static boolean counts(RunSummary run) {
        return run.done() > 0 && run.undoes().isEmpty() && run.state() != RunState.UNDONE;
    }

    /** The documents the run repaired in a replica, with their sequence numbers afterwards. */
    private static Map<Unid, Integer> repaired(
            RunSummary summary, String replicaId, RunStore runs, Consumer<String> damaged) {
        try {
            RepairedPeople repaired = RepairedPeople.of(summary, runs);
            return repaired.replicaId().equalsIgnoreCase(replicaId) ? repaired.sequences() : Map.of();
        } catch (DirshException e) {
            damaged.accept("run " + summary.id() + " cannot be read: " + e.problem());
            return Map.of();
        }
    }

    private static List<Editor> editors(List<Note> notes) {
        Map<String, Editor> editors = new TreeMap<>();
        for (Note note : notes) {
            String name = note.lastUpdatedBy().isEmpty() ? "(not stored)" : note.lastUpdatedBy();
            editors.merge(
                    name,
                    new Editor(name, 1, BookClock.saved(note)),
                    (one, other) ->
                            new Editor(name, one.people() + other.people(), later(one.latest(), other.latest())));
        }
        return editors.values().stream()
                .sorted(Comparator.comparing(Editor::people).reversed().thenComparing(Editor::name))
                .toList();
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("again", again);
        fields.put("behind", behind);
        fields.put("lastRun", lastRun);
        fields.put("lastSavedBy", editors.stream().map(Editor::fields).toList());
        return fields;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (again > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d %s repaired before (last by run %s) and %s damaged again; last saved by %s",
                    again,
                    again == 1 ? "person was" : "people were",
                    lastRun,
                    again == 1 ? "is" : "are",
                    String.join(", ", editors.stream().map(Editor::shown).toList())));
        }
        if (behind > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d %s repaired before (last by run %s), but this copy of the book has not got that repair",
                    behind,
                    behind == 1 ? "person was" : "people were",
                    lastRun));
        }
        return sentences;
    }
}
