package dirsh.compare;

import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.diagnose.FlagCauses;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Exchange itself says about a cause: if it kept people out, those who came after the last full reload would be missing.
 *
 * <p>To be in Exchange proves something only of a document that still is what it was when it was exported. Somebody who was
 * exported in good order and damaged later is in Exchange too, and at risk. When a document was exported nobody knows, so
 * only one that was never changed since it was created proves anything: created after the last full reload, and neither
 * revised nor changed in this file afterwards. In a replica to which it came later a document therefore proves nothing: it
 * may have been damaged on the way.
 *
 * <p>Ours: a cause is refuted only by three such people or more, and by more than are missing.
 *
 * @param counts what was counted by cause; causes without people created after the last full reload are not in it
 */
public record Calibration(Map<Cause, Count> counts) {

    private static final int FEWEST = 3;

    /** Creating a document and saving it first takes no longer, where no person types in between. */
    private static final Duration FIRST_SAVE = Duration.ofMinutes(1);

    /** Nothing was counted. */
    public static final Calibration NONE = new Calibration(Map.of());

    /**
     * The people of a cause whose document was created after the last full reload.
     *
     * @param unchanged those in Exchange whose document was never changed: they speak against the cause
     * @param changed those in Exchange whose document was changed, or may have been: they prove nothing
     * @param missing those who are not in Exchange
     */
    public record Count(int unchanged, int changed, int missing) {
        boolean refutes() {
            return unchanged >= FEWEST && unchanged > missing;
        }

        private Count and(Count more) {
            return new Count(unchanged + more.unchanged, changed + more.changed, missing + more.missing);
        }
    }

    public Calibration {
        Map<Cause, Count> copy = new EnumMap<>(Cause.class);
        copy.putAll(counts);
        counts = copy;
    }

    /**
     * Counts.
     *
     * @param times the times in the header of a document, as far as they are known
     */
    public static Calibration of(Comparison comparison, Instant fullReload, Function<Unid, NoteTimes> times) {
        Map<Cause, Count> counts = new EnumMap<>(Cause.class);
        for (AtRiskPerson person : comparison.atRisk()) {
            NoteTimes known = times.apply(person.unid());
            boolean unchanged = isUnchanged(known);
            count(counts, person.finding(), known, fullReload, new Count(unchanged ? 1 : 0, unchanged ? 0 : 1, 0));
        }
        for (MissingPerson person : comparison.missing()) {
            person.finding()
                    .ifPresent(
                            found -> count(counts, found, times.apply(person.unid()), fullReload, new Count(0, 0, 1)));
        }
        return new Calibration(counts);
    }

    private static void count(
            Map<Cause, Count> counts, Finding finding, NoteTimes times, Instant fullReload, Count one) {
        boolean since = instant(times.created()).filter(fullReload::isBefore).isPresent();
        if (since && FlagCauses.isFault(finding)) {
            counts.merge(finding.cause(), one, Count::and);
        }
    }

    private static boolean isUnchanged(NoteTimes times) {
        Optional<Instant> saved = instant(times.created()).map(created -> created.plus(FIRST_SAVE));
        return saved.isPresent() && isBy(times.revised(), saved.get()) && isBy(times.modified(), saved.get());
    }

    private static boolean isBy(@Nullable NotesTime time, Instant end) {
        return instant(time).filter(moment -> !moment.isAfter(end)).isPresent();
    }

    private static Optional<Instant> instant(@Nullable NotesTime time) {
        return Optional.ofNullable(time).flatMap(NotesTime::instant);
    }

    /** The causes that are refuted here, each with a sentence. */
    public Map<Cause, String> refuted() {
        Map<Cause, String> refuted = new EnumMap<>(Cause.class);
        counts.forEach((cause, count) -> {
            if (count.refutes()) {
                refuted.put(
                        cause,
                        String.format(
                                Locale.ROOT,
                                "refuted here: of the people with it created after the last full reload %,d are in"
                                        + " Exchange, never changed since, and %,d missing",
                                count.unchanged(),
                                count.missing()));
            }
        });
        return refuted;
    }

    /** The counts as data. */
    public List<Map<String, Object>> data() {
        List<Map<String, Object>> rows = new ArrayList<>();
        counts.forEach((cause, count) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cause", cause.id());
            row.put("createdSinceInExchange", count.unchanged() + count.changed());
            row.put("neverChanged", count.unchanged());
            row.put("createdSinceMissing", count.missing());
            row.put("here", count.refutes() ? "refuted" : "not refuted");
            rows.add(row);
        });
        return rows;
    }
}
