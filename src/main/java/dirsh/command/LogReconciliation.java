package dirsh.command;

import dirsh.connector.log.LogSummary;
import dirsh.diagnose.Tally;
import dirsh.model.Answer;
import dirsh.model.NoteKind;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The number of possible notes in a log (41110) beside what dirsh counts in the book. The number counts candidates, so that
 * it may well be more than the people of the book (KB Q245837); which ones exactly is not published.
 *
 * @param file the log
 * @param logged the last number logged; empty if the log has none
 * @param counts what dirsh counts, by what
 * @param sentence which of the counts the number fits
 */
record LogReconciliation(String file, OptionalInt logged, Map<String, Integer> counts, String sentence)
        implements Answer {

    LogReconciliation {
        counts = new LinkedHashMap<>(counts);
    }

    static LogReconciliation of(LogSummary log, Status status) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int candidates = 0;
        int conflicts = 0;
        for (NoteKind kind : NoteKind.values()) {
            Tally tally = status.diagnosis().of(kind);
            if (kind == NoteKind.OTHER) {
                continue;
            }
            counts.put(kind + " documents", tally.candidates());
            candidates += tally.candidates();
            conflicts += tally.conflicts();
        }
        counts.put("conflict documents", conflicts);
        Tally people = status.diagnosis().of(NoteKind.PERSON);
        counts.put("people who read Yes", people.readYes());
        counts.put("people exported", people.exported());
        status.comparison().ifPresent(with -> counts.put("people in Exchange", with.matched()));
        return new LogReconciliation(
                log.file(),
                log.lastPossibleNotes(),
                counts,
                sentence(log.lastPossibleNotes(), counts, candidates, conflicts));
    }

    private static String sentence(OptionalInt logged, Map<String, Integer> counts, int candidates, int conflicts) {
        if (logged.isEmpty()) {
            return "the log has no number of possible notes (code 41110)";
        }
        int number = logged.getAsInt();
        Map<String, Integer> sums = new LinkedHashMap<>(counts);
        int persons = counts.getOrDefault(NoteKind.PERSON + " documents", 0);
        int groups = counts.getOrDefault(NoteKind.GROUP + " documents", 0);
        sums.put("Person and Group documents", persons + groups);
        sums.put("Person and Group documents with all conflict documents", persons + groups + conflicts);
        sums.put("documents of all these kinds", candidates);
        sums.put("documents of all these kinds with conflict documents", candidates + conflicts);
        for (Map.Entry<String, Integer> sum : sums.entrySet()) {
            if (sum.getValue() == number) {
                return String.format(Locale.ROOT, "logged %,d: the number of %s", number, sum.getKey());
            }
        }
        int most = candidates + conflicts;
        return number > most
                ? String.format(
                        Locale.ROOT,
                        "logged %,d: %,d more than all documents of these kinds and conflicts; deletion stubs, which dirsh"
                                + " does not count, or another book",
                        number,
                        number - most)
                : String.format(
                        Locale.ROOT,
                        "logged %,d: %,d fewer than all documents of these kinds and conflicts; an update counts only what"
                                + " changed",
                        number,
                        most - number);
    }

    /** The counts as a table. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        counts.forEach((what, number) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("what", what);
            row.put("number", number);
            rows.add(new Row(row));
        });
        return rows;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        logged.ifPresent(number -> fields.put("possibleNotes", number));
        fields.put("counted", counts);
        fields.put("reconciled", sentence);
        return fields;
    }
}
