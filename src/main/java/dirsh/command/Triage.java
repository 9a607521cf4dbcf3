package dirsh.command;

import dirsh.compare.Calibration;
import dirsh.compare.Comparison;
import dirsh.compare.MissingPerson;
import dirsh.connector.FlagReading;
import dirsh.connector.log.PossibleNotes;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Finding;
import dirsh.diagnose.FlagCauses;
import dirsh.diagnose.ToggleRepairs;
import dirsh.model.Answer;
import dirsh.model.Page;
import dirsh.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a situation looks like the one of KB Q245837: each symptom the article names, with the number behind the answer.
 *
 * @param looksLike {@code yes}, {@code no} or {@code unknown}
 * @param symptoms in the order of the article
 * @param calibration what Exchange says about the causes
 * @param notes what the answer rests on
 */
public record Triage(String looksLike, List<Symptom> symptoms, Calibration calibration, List<String> notes)
        implements Page {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String UNKNOWN = "unknown";

    /**
     * A symptom.
     *
     * @param symptom what the article says
     * @param answer {@code yes}, {@code no} or {@code unknown}
     * @param number the number behind it; empty where there is none
     * @param evidence what the number counts, or what is missing for an answer
     */
    public record Symptom(String symptom, String answer, Optional<Integer> number, String evidence) implements Answer {
        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("symptom", symptom);
            fields.put("answer", answer);
            fields.put("number", number.map(Object::toString).orElse(""));
            number.ifPresent(value -> fields.put("number", value));
            fields.put("evidence", evidence);
            return fields;
        }

        String sentence() {
            String counted = number.map(value -> value + " ").orElse("");
            return "%-7s  %s: %s%s".formatted(answer, symptom, counted, evidence);
        }
    }

    public Triage {
        symptoms = List.copyOf(symptoms);
        notes = List.copyOf(notes);
    }

    /**
     * Looks at everything that is known.
     *
     * @param diagnosis who is left out, as the stored items have it
     * @param made how many documents the connector itself made in the book
     * @param log the numbers of a log beside those of the book, if there is a log
     * @param errors how many errors it has
     * @param since when the last full reload was, if that is known
     */
    static Triage of(
            Diagnosis diagnosis,
            int made,
            Optional<Comparison> comparison,
            Optional<LogReconciliation> log,
            Optional<Integer> errors,
            Calibration calibration,
            Optional<Instant> since) {
        List<Finding> shownYes = diagnosis.findings(false).stream()
                .filter(finding -> FlagCauses.isFault(finding))
                .filter(finding ->
                        finding.formShows() == FlagReading.YES && finding.connectorReads() != FlagReading.YES)
                .toList();
        Optional<Integer> missing = comparison.map(
                with -> (int) with.missing().stream().filter(Triage::isFault).count());
        List<Symptom> symptoms = new ArrayList<>();
        symptoms.add(partial(missing));
        symptoms.add(
                made > 0
                        ? new Symptom(
                                "Exchange to Notes works",
                                YES,
                                Optional.of(made),
                                "documents in this book were made by the connector")
                        : unknown("Exchange to Notes works", "no document in this book was made by the connector"));
        symptoms.add(unknown("Mail flows", "cannot be seen in a directory"));
        symptoms.add(errors.map(count -> new Symptom(
                        "No error is logged",
                        count == 0 ? YES : NO,
                        errors,
                        "errors in the connector's log; the application log was not looked at"))
                .orElse(unknown("No error is logged", "triage --log FILE")));
        symptoms.add(moreLogged(log));
        symptoms.add(new Symptom(
                "The flag reads No though the form shows Yes",
                shownYes.isEmpty() ? NO : YES,
                Optional.of(shownYes.size()),
                "people whose stored item shows it"));
        symptoms.add(new Symptom(
                "Copying the documents to a new book does not help",
                UNKNOWN,
                Optional.of(shownYes.size()),
                "people whose fault is in the document's own items, which a copy takes along: inferred, nobody tried"));
        int toggled = (int) shownYes.stream()
                .filter(finding -> finding.toggleRepairs() == ToggleRepairs.YES)
                .count();
        symptoms.add(new Symptom(
                "Setting No and Yes again repairs a person",
                UNKNOWN,
                Optional.of(toggled),
                "people for whom it should by what is stored: inferred; try one with apply --pilot 1"));
        return new Triage(
                verdict(shownYes.size(), missing), symptoms, calibration, notes(comparison, calibration, since));
    }

    private static String verdict(int shownYes, Optional<Integer> missing) {
        if (shownYes == 0) {
            return NO;
        }
        return missing.map(count -> count > 0 ? YES : NO).orElse(UNKNOWN);
    }

    private static Symptom partial(Optional<Integer> missing) {
        String symptom = "Only a part comes from Notes to Exchange";
        return missing.map(count -> new Symptom(
                        symptom,
                        count > 0 ? YES : NO,
                        missing,
                        "people are missing in Exchange whose flag is stored in a damaged way"))
                .orElse(unknown(symptom, "exchange RECIPIENTS.csv"));
    }

    private static Symptom moreLogged(Optional<LogReconciliation> log) {
        String symptom = "The log counts more entries than the book holds";
        if (log.isEmpty()) {
            return unknown(symptom, "triage --log FILE");
        }
        Optional<PossibleNotes> pass = log.get().logged();
        return pass.map(numbers -> new Symptom(
                        symptom,
                        log.get().moreLogged().map(more -> more ? YES : NO).orElse(UNKNOWN),
                        Optional.of((int) Math.min(numbers.sum(), Integer.MAX_VALUE)),
                        "possible notes were logged in the last pass; the book holds "
                                + log.get().held()
                                + " persons, groups, resources, mail-in databases and conflict documents"))
                .orElse(unknown(symptom, "the log has no number (code 41110)"));
    }

    private static boolean isFault(MissingPerson person) {
        return person.finding().filter(FlagCauses::isFault).isPresent();
    }

    private static Symptom unknown(String symptom, String evidence) {
        return new Symptom(symptom, UNKNOWN, Optional.empty(), evidence);
    }

    private static List<String> notes(
            Optional<Comparison> comparison, Calibration calibration, Optional<Instant> since) {
        List<String> notes = new ArrayList<>();
        if (comparison.isEmpty()) {
            notes.add("No Exchange export is open, so whether anybody is missing is not known.");
        } else if (since.isEmpty()) {
            notes.add("When the last full reload was is not known (connector open FOLDER, or --full-reload DAY), so no"
                    + " cause can be refuted by who is in Exchange.");
        }
        calibration
                .refuted()
                .forEach((cause, sentence) -> notes.add(cause + " is " + sentence
                        + ". No plan takes it by itself; plan --cause " + cause + " and plan --at-risk do."));
        return notes;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("looksLike", looksLike);
        fields.put("symptoms", symptoms.stream().map(Answer::fields).toList());
        fields.put("calibration", calibration.data());
        fields.put("notes", notes);
        return fields;
    }

    /** 1 if it looks like the article's fault. */
    @Override
    public int exitCode() {
        return looksLike.equals(YES) ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        // As sentences: in a table of 80 columns nobody could read which symptom is meant.
        sections.add(Section.lines(
                "Does this look like KB Q245837? " + looksLike,
                symptoms.stream().map(Symptom::sentence).toList()));
        if (!calibration.counts().isEmpty()) {
            sections.add(Section.table(
                    "Causes, by people created after the last full reload",
                    calibration.data().stream().map(Row::new).toList()));
        }
        if (!notes.isEmpty()) {
            sections.add(Section.lines("", notes));
        }
        return sections;
    }
}
