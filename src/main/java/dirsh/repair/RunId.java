package dirsh.repair;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run, such as {@code 20261122-145218-7a5b}: the second it began in GMT and the start of its plan's id.
 *
 * <p>The names of all runs sort as the runs began. Later ones of the same second have letters behind it ({@code
 * 20261122-145218b-03ff}); so have those of a clock that was put back, which stay in the second of the newest run.
 */
final class RunId {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern PARTS = Pattern.compile("(\\d{8}-\\d{6})([a-z]*)-.+");
    private static final int PLAN_DIGITS = 4;

    private RunId() {}

    /**
     * A name that sorts behind those that are taken.
     *
     * @param now what the clock says
     * @param plan the id of the plan
     * @param taken the names of all runs; ones of another form are passed over
     */
    static String next(Instant now, String plan, Collection<String> taken) {
        String second = SECOND.format(now);
        // The hyphen behind the second sorts before every letter, so the names as a whole sort as these parts do.
        Optional<String> newest = taken.stream()
                .map(RunId::moment)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(moment -> moment.compareTo(second) >= 0);
        return newest.map(RunId::after).orElse(second) + "-" + plan.substring(0, PLAN_DIGITS);
    }

    private static Optional<String> moment(String id) {
        Matcher parts = PARTS.matcher(id);
        return parts.matches() ? Optional.of(parts.group(1) + parts.group(2)) : Optional.empty();
    }

    /** The same second with the next letters: none, b, …, z, zb, …. */
    private static String after(String moment) {
        char last = moment.charAt(moment.length() - 1);
        return last >= 'b' && last < 'z' ? moment.substring(0, moment.length() - 1) + (char) (last + 1) : moment + "b";
    }
}
