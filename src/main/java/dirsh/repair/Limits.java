package dirsh.repair;

import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far and how fast an application goes. Nothing holds unless it is set.
 *
 * @param pilot documents to repair first and to read again; 0 for none, which is one on a live book
 * @param untilVerified whether the rest waits until Exchange or a replica shows the pilot; without it a pilot that was
 *     asked for is all that is repaired
 * @param limit documents to repair at most; 0 for all
 * @param stopAfter failed documents after which to stop; 0 for no such number
 * @param perSecond documents a second at most; 0 for as fast as it goes
 * @param pause rest after each document
 */
public record Limits(int pilot, boolean untilVerified, int limit, int stopAfter, double perSecond, Duration pause) {

    /** All of the plan, as fast as it goes. */
    public static final Limits NONE = new Limits(0, false, 0, 0, 0, Duration.ZERO);

    /**
     * Checks that the numbers can be meant.
     *
     * @throws DirshException as bad input if one is negative
     */
    public Limits {
        if (pilot < 0 || limit < 0 || stopAfter < 0 || !(perSecond >= 0) || pause.isNegative()) {
            throw DirshException.badInput("a limit cannot be negative", "apply --help");
        }
    }

    /** The same but for the pilot. */
    public Limits withPilot(int documents) {
        return new Limits(documents, untilVerified, limit, stopAfter, perSecond, pause);
    }

    /** The same but for the rate. */
    public Limits withRate(double documentsPerSecond) {
        return new Limits(pilot, untilVerified, limit, stopAfter, documentsPerSecond, pause);
    }

    /** Whether a pilot that held is followed by the rest. */
    boolean goesOnAfterPilot() {
        return pilot == 0 || untilVerified;
    }

    /** How many documents to repair before the first of them are read again; 0 for no pilot. */
    int pilotOf(boolean live) {
        return pilot == 0 && (live || untilVerified) ? 1 : pilot;
    }

    /** The limits as the journal keeps them. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pilot", pilot);
        fields.put("untilVerified", untilVerified);
        fields.put("limit", limit);
        fields.put("stopAfter", stopAfter);
        fields.put("perSecond", Double.toString(perSecond));
        fields.put("pauseMillis", Long.toString(pause.toMillis()));
        return fields;
    }

    /** The limits that {@link #fields} gave. */
    static Limits of(JsonObject data) {
        try {
            return new Limits(
                    data.number("pilot"),
                    data.truth("untilVerified"),
                    data.number("limit"),
                    data.number("stopAfter"),
                    Double.parseDouble(data.text("perSecond")),
                    Duration.ofMillis(Long.parseLong(data.text("pauseMillis"))));
        } catch (NumberFormatException e) {
            throw DirshException.failed(data.what() + ": a limit is no number", "runs", e);
        }
    }
}
