package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.connector.log.LogSummary;
import dirsh.connector.log.PossibleNotes;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Tally;
import dirsh.model.Answer;
import dirsh.model.NoteKind;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of possible notes in a log (41110) beside what dirsh counts in the book. They count candidates, so that they
 * may well be more than the people of the book (KB Q245837); which ones exactly is not published.
 *
 * @param file the log
 * @param logged the numbers of the last pass; empty if the log has none
 * @param counts what dirsh counts, by what
 * @param held all documents the numbers may count, conflict documents too
 */
record LogReconciliation(String file, Optional<PossibleNotes> logged, Map<String, Integer> counts, int held)
        implements Answer {

    private static final String PEOPLE = NoteKind.PERSON + " documents";
    private static final String GROUPS = NoteKind.GROUP + " documents";
    private static final String CONFLICTS = "conflict documents";

    LogReconciliation {
        counts = new LinkedHashMap<>(counts);
    }

    static LogReconciliation of(LogSummary log, Diagnosis diagnosis, Optional<Comparison> comparison) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int candidates = 0;
        int conflicts = 0;
        for (NoteKind kind : NoteKind.values()) {
            Tally tally = diagnosis.of(kind);
            if (kind == NoteKind.OTHER) {
                continue;
            }
            counts.put(kind + " documents", tally.candidates());
            candidates += tally.candidates();
            conflicts += tally.conflicts();
        }
        counts.put(CONFLICTS, conflicts);
        Tally people = diagnosis.of(NoteKind.PERSON);
        counts.put("people who read Yes", people.readYes());
        counts.put("people exported", people.exported());
        comparison.ifPresent(with -> counts.put("people in Exchange", with.matched()));
        return new LogReconciliation(log.file(), log.lastPass(), counts, candidates + conflicts);
    }

    /**
     * Whether more was logged than the book holds; empty where nothing was logged, or where of several numbers nobody can
     * say which is this book's.
     */
    Optional<Boolean> moreLogged() {
        return logged.flatMap(pass -> pass.sum() <= held
                ? Optional.of(false)
                : pass.numbers().size() == 1 ? Optional.of(true) : Optional.empty());
    }

    /** Which of the counts the numbers fit; an equal number is no proof that it counts the same. */
    String sentence() {
        if (logged.isEmpty()) {
            return "the log has no number of possible notes (code 41110)";
        }
        PossibleNotes pass = logged.get();
        List<String> parts = new ArrayList<>();
        if (pass.numbers().size() > 1) {
            equal(pass.sum()).ifPresent(parts::add);
        }
        pass.numbers().stream().distinct().forEach(number -> equal(number).ifPresent(parts::add));
        if (parts.isEmpty()) {
            parts.add(difference(pass.sum()));
        }
        if (pass.numbers().size() > 1) {
            parts.add("each source book has a number of its own");
        }
        return "logged " + pass + ": " + String.join("; ", parts);
    }

    private Optional<String> equal(long number) {
        List<String> same = new ArrayList<>();
        sums().forEach((what, sum) -> {
            if (sum == number) {
                same.add(what);
            }
        });
        return number == 0 || same.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "%,d equals the number of %s", number, String.join(", of ", same)));
    }

    private Map<String, Integer> sums() {
        Map<String, Integer> sums = new LinkedHashMap<>(counts);
        int conflicts = counts.getOrDefault(CONFLICTS, 0);
        int entries = counts.getOrDefault(PEOPLE, 0) + counts.getOrDefault(GROUPS, 0);
        sums.put("Person and Group documents", entries);
        sums.put("Person and Group documents with all conflict documents", entries + conflicts);
        sums.put("documents of all these kinds", held - conflicts);
        sums.put("documents of all these kinds with conflict documents", held);
        return sums;
    }

    private String difference(long number) {
        return number > held
                ? String.format(
                        Locale.ROOT,
                        "%,d more than all documents of these kinds and conflicts; deletion stubs, which dirsh does not"
                                + " count, or another book",
                        number - held)
                : String.format(
                        Locale.ROOT,
                        "%,d fewer than all documents of these kinds and conflicts; an update counts only what changed",
                        held - number);
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
        logged.ifPresent(pass -> {
            fields.put("possibleNotes", pass.sum());
            fields.put("passNumbers", pass.numbers());
        });
        fields.put("counted", counts);
        fields.put("reconciled", sentence());
        return fields;
    }
}
