package dirsh.command;

import dirsh.compare.Calibration;
import dirsh.compare.Comparison;
import dirsh.connector.log.LogSummary;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnosis;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.NoteTimes;
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
    private final Map<String, Instant> toldReloads = new HashMap<>();

    Calibrations(Session session) {
        this.session = session;
    }

    /** The status of a book, with the numbers of a connector's log taken apart. */
    public Answer status(Arguments arguments) {
        Status status = session.status((String) arguments.get("in"), arguments.get("problems") == Boolean.TRUE);
        if (arguments.get("log") instanceof String file) {
            LogSummary log = session.connector().log(file);
            return new ReconciledStatus(status, LogReconciliation.of(log, status.diagnosis(), status.comparison()));
        }
        return status;
    }

    /**
     * Whether this looks like KB Q245837.
     *
     * @param log a log of the connector, if there is one
     * @param fullReload the day of the last full reload of this book, which counts for the rest of the session whatever the
     *     connector's files say
     */
    public Triage triage(@Nullable String in, @Nullable String log, @Nullable String fullReload) {
        OpenBook book = session.book(in);
        if (fullReload != null) {
            toldReloads.put(key(book), day(fullReload));
        }
        Optional<LogSummary> summary = Optional.ofNullable(log).map(session.connector()::log);
        Optional<Comparison> comparison =
                session.hasRecipients() ? Optional.of(session.comparisons().of(book)) : Optional.empty();
        Calibration calibration = calibrate(book, comparison);
        Diagnosis diagnosis = book.survey(session.cancellation()).stored();
        return Triage.of(
                diagnosis,
                created(book),
                comparison,
                summary.map(known -> LogReconciliation.of(known, diagnosis, comparison)),
                summary.map(LogSummary::errors),
                calibration,
                fullReload(book));
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw DirshException.badInput("'" + text + "' is no day", "--full-reload 2003-05-06");
        }
    }

    private static String key(OpenBook book) {
        return book.book().identity().lockKey();
    }

    private Optional<Instant> fullReload(OpenBook book) {
        return Optional.ofNullable(toldReloads.get(key(book)))
                .or(() -> session.connector().fullReload());
    }

    /** The causes Exchange refutes in a book, each with a sentence; findings of the book say so from now on. */
    Map<Cause, String> refuted(OpenBook book, Optional<Comparison> comparison) {
        return calibrate(book, comparison).refuted();
    }

    private Calibration calibrate(OpenBook book, Optional<Comparison> comparison) {
        Calibration calibration = calibration(book, comparison);
        book.refute(calibration.refuted());
        return calibration;
    }

    private Calibration calibration(OpenBook book, Optional<Comparison> comparison) {
        Optional<Instant> since = fullReload(book);
        if (comparison.isEmpty() || since.isEmpty()) {
            return Calibration.NONE;
        }
        Set<Unid> wanted = new HashSet<>();
        comparison.get().atRisk().forEach(person -> wanted.add(person.unid()));
        comparison.get().missing().forEach(person -> wanted.add(person.unid()));
        Map<Unid, NoteTimes> times = new HashMap<>();
        book.book().scan(Projection.of(List.of("Form")), session.cancellation(), note -> {
            if (wanted.contains(note.unid())) {
                times.put(note.unid(), note.times());
            }
        });
        return Calibration.of(comparison.get(), since.get(), unid -> times.getOrDefault(unid, NoteTimes.UNKNOWN));
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
