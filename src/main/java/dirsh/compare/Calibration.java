package dirsh.compare;

import dirsh.diagnose.Cause;
import dirsh.diagnose.FlagCauses;
import dirsh.model.Unid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Exchange itself says about a cause: if it kept people out, those who came after the last full reload would be missing.
 *
 * <p>Only people whose document was created after the last full reload count, since an older entry may stem from before the
 * damage. Ours: a cause is refuted only by three of them in Exchange or more, and by more than are missing,
 * because a document may have been damaged after it was exported.
 *
 * @param counts what was counted by cause; causes without such people are not in it
 */
public record Calibration(Map<Cause, Count> counts) {

    /** One or two people may have been damaged after they were exported. */
    private static final int FEWEST = 3;

    /** Nothing was counted. */
    public static final Calibration NONE = new Calibration(Map.of());

    /**
     * The people of a cause whose document was created after the last full reload.
     *
     * @param inExchange those matched to a recipient
     * @param missing those without one
     */
    public record Count(int inExchange, int missing) {
        boolean refutes() {
            return inExchange >= FEWEST && inExchange > missing;
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
     * @param created when a document was created, where that is known
     */
    public static Calibration of(Comparison comparison, Instant fullReload, Function<Unid, Optional<Instant>> created) {
        Map<Cause, Count> counts = new EnumMap<>(Cause.class);
        for (AtRiskPerson person : comparison.atRisk()) {
            count(counts, person.finding().cause(), created.apply(person.unid()), fullReload, new Count(1, 0));
        }
        for (MissingPerson person : comparison.missing()) {
            person.finding()
                    .ifPresent(found ->
                            count(counts, found.cause(), created.apply(person.unid()), fullReload, new Count(0, 1)));
        }
        return new Calibration(counts);
    }

    private static void count(
            Map<Cause, Count> counts, Cause cause, Optional<Instant> created, Instant fullReload, Count one) {
        if (FlagCauses.isFault(cause) && created.filter(fullReload::isBefore).isPresent()) {
            counts.merge(
                    cause,
                    one,
                    (known, more) ->
                            new Count(known.inExchange() + more.inExchange(), known.missing() + more.missing()));
        }
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
                                "refuted here: of the people with this cause created after the last full reload %,d are in"
                                        + " Exchange and %,d missing",
                                count.inExchange(),
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
            row.put("createdSinceInExchange", count.inExchange());
            row.put("createdSinceMissing", count.missing());
            row.put("here", count.refutes() ? "refuted" : "not refuted");
            rows.add(row);
        });
        return rows;
    }
}
