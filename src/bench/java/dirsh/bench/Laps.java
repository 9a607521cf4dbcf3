package dirsh.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times of steps that contenders took by their own clock, which they tell on standard error as {@code lap NAME: 1.2 ms}. */
final class Laps {

    private static final Pattern LAP = Pattern.compile("lap (.+): ([0-9]+\\.[0-9]+) ms");

    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    /** Takes those among the lines of one turn. */
    void add(List<String> lines) {
        for (String line : lines) {
            Matcher lap = LAP.matcher(line);
            if (lap.matches()) {
                times.computeIfAbsent(lap.group(1), name -> new ArrayList<>()).add(Double.valueOf(lap.group(2)));
            }
        }
    }

    /** Medians (ranges) of each step over the turns; empty if nobody told any. */
    String table() {
        StringBuilder table =
                new StringBuilder(times.isEmpty() ? "" : "| by the session's own clock | ms |\n|---|---|\n");
        times.forEach((name, lap) -> table.append("| ")
                .append(name)
                .append(" | ")
                .append(Turns.spread(
                        lap.stream().mapToDouble(Double::doubleValue).toArray(), "%.0f"))
                .append(" |\n"));
        return table.toString();
    }
}
