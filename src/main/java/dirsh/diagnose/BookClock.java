package dirsh.diagnose;

import dirsh.model.Note;
import dirsh.model.NotesTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The clock of a book: the latest save in it. A copy of a directory has no other, and that of this machine says nothing about
 * a server elsewhere.
 */
public final class BookClock {

    /** How far back a save is one of the last minutes. */
    public static final Duration LAST_MINUTES = Duration.ofMinutes(10);

    private static final long MILLIS_PER_MINUTE = 60_000;

    /** How many documents were saved in each of the last minutes. */
    private final TreeMap<Long, Integer> recent = new TreeMap<>();

    private long latest = Long.MIN_VALUE;
    private int documents;

    /** Takes a document of the book. */
    public void take(Note note) {
        documents++;
        saved(note).ifPresent(moment -> {
            long millis = moment.toEpochMilli();
            latest = Math.max(latest, millis);
            recent.headMap(minute(latest - LAST_MINUTES.toMillis()), false).clear();
            if (millis >= latest - LAST_MINUTES.toMillis()) {
                recent.merge(minute(millis), 1, Integer::sum);
            }
        });
    }

    private static long minute(long millis) {
        return Math.floorDiv(millis, MILLIS_PER_MINUTE);
    }

    /** When a document was saved last; empty if it does not tell. */
    public static Optional<Instant> saved(Note note) {
        NotesTime revised = note.times().revised();
        return Optional.ofNullable(revised == null ? note.times().modified() : revised)
                .flatMap(NotesTime::instant);
    }

    /**
     * The time by this clock. Empty where it has none: no times are stored, or the last minutes hold half of the book, as in a
     * copy that was made at once.
     */
    public Optional<Instant> now() {
        int saved = recent.values().stream().mapToInt(Integer::intValue).sum();
        return saved == 0 || 2 * saved >= documents ? Optional.empty() : Optional.of(Instant.ofEpochMilli(latest));
    }
}
