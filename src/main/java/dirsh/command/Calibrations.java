package dirsh.command;

import dirsh.compare.Calibration;
import dirsh.compare.Comparison;
import dirsh.connector.log.LogSummary;
import dirsh.diagnose.Diagnosis;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import dirsh.source.Projection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session can say about the fault as a whole: its extent, whether it is that of KB Q245837, and what Exchange refutes. */
public final class Calibrations {

    private final Session session;

    Calibrations(Session session) {
        this.session = session;
    }

    /** The status of a book, with the number of a connector's log taken apart. */
    public Answer status(Arguments arguments) {
        String in = (String) arguments.get("in");
        Status status = session.status(in, arguments.get("problems") == Boolean.TRUE);
        if (arguments.get("log") instanceof String file) {
            LogSummary log = session.connector().log(file);
            return new ReconciledStatus(status, LogReconciliation.of(log, status));
        }
        return status;
    }

    /**
     * Whether this looks like KB Q245837.
     *
     * @param log a log of the connector, if there is one
     * @param fullReload the day of the last full reload, if the connector's files do not tell
     */
    public Triage triage(@Nullable String in, @Nullable String log, @Nullable String fullReload) {
        OpenBook book = session.book(in);
        Optional<LogSummary> summary = Optional.ofNullable(log).map(session.connector()::log);
        Optional<Comparison> comparison =
                session.hasRecipients() ? Optional.of(session.comparisons().of(book)) : Optional.empty();
        Optional<Instant> since = fullReload == null ? session.connector().fullReload() : Optional.of(day(fullReload));
        Calibration calibration = calibration(book, comparison, since);
        book.refute(calibration.refuted());
        Diagnosis diagnosis = book.survey(session.cancellation()).diagnosis();
        return Triage.of(diagnosis, created(book), comparison, summary, calibration, since);
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw DirshException.badInput("'" + text + "' is no day", "--full-reload 2003-05-06");
        }
    }

    /** Takes what Exchange refutes out of the plans of a book, if Exchange and the last full reload are known. */
    void calibrate(OpenBook book) {
        Optional<Instant> since = session.connector().fullReload();
        if (since.isPresent() && session.hasRecipients()) {
            Comparison comparison = session.comparisons().of(book);
            book.refute(calibration(book, Optional.of(comparison), since).refuted());
        }
    }

    private Calibration calibration(OpenBook book, Optional<Comparison> comparison, Optional<Instant> since) {
        if (comparison.isEmpty() || since.isEmpty()) {
            return Calibration.NONE;
        }
        Set<Unid> wanted = new HashSet<>();
        comparison.get().atRisk().forEach(person -> wanted.add(person.unid()));
        comparison.get().missing().forEach(person -> wanted.add(person.unid()));
        Map<Unid, Instant> created = new HashMap<>();
        book.book().scan(Projection.of(List.of("Form")), session.cancellation(), note -> {
            if (wanted.contains(note.unid())) {
                creation(note.times()).ifPresent(time -> created.put(note.unid(), time));
            }
        });
        return Calibration.of(comparison.get(), since.get(), unid -> Optional.ofNullable(created.get(unid)));
    }

    private static Optional<Instant> creation(NoteTimes times) {
        return Optional.ofNullable(times.created())
                .or(() -> Optional.ofNullable(times.addedToFile()))
                .flatMap(NotesTime::instant);
    }

    /** How many documents the connector itself made in the book, which shows that the other direction works. */
    private int created(OpenBook book) {
        int[] count = {0};
        book.book().scan(Projection.of(List.of("Form", "$NotesDXAStamp")), session.cancellation(), note -> {
            if (!note.text("$NotesDXAStamp").isBlank()) {
                count[0]++;
            }
        });
        return count[0];
    }
}
