package dirsh.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The costs of contenders that took turns, as a table in Markdown. The first contender is what the others are measured by. */
final class Turns {

    private final List<Contender> contenders;
    private final List<List<Cost>> costs = new ArrayList<>();
    private final List<String> said;
    private final Map<Integer, String> failures = new HashMap<>();

    Turns(List<Contender> contenders) {
        this.contenders = List.copyOf(contenders);
        this.said = new ArrayList<>();
        for (Contender contender : contenders) {
            costs.add(new ArrayList<>());
            said.add(contender.name());
        }
    }

    /** Takes what one turn of a contender cost, and the last line it printed. */
    void add(int contender, Cost cost, String lastLine) {
        costs.get(contender).add(cost);
        said.set(contender, lastLine);
    }

    /** Takes that a contender failed, and why: whatever it cost before does not count. */
    void fail(int contender, String why) {
        failures.put(contender, "failed: " + why);
        said.set(contender, "failed");
    }

    /** Whether a contender failed, which is not asked again. */
    boolean hasFailed(int contender) {
        return failures.containsKey(contender);
    }

    /** Whether one of them failed. */
    boolean hasAnyFailed() {
        return !failures.isEmpty();
    }

    /** Medians (ranges), and the CPU seconds of each by those of the first in the same round. */
    String table() {
        String first = contenders.get(0).name();
        StringBuilder table = new StringBuilder(
                "| | CPU s | wall s | peak MiB | CPU by that of: " + first + " |\n|---|---|---|---|---|\n");
        for (int i = 0; i < contenders.size(); i++) {
            List<Cost> own = costs.get(i);
            table.append("| ").append(contenders.get(i).name()).append(" | ");
            String failure = failures.get(i);
            if (failure != null) {
                table.append(failure.replace("|", "\\|")).append(" | | | |\n");
                continue;
            }
            table.append(spread(own, Cost::cpuSeconds, "%.2f"))
                    .append(" | ")
                    .append(spread(own, Cost::wallSeconds, "%.2f"))
                    .append(" | ")
                    .append(spread(own, Cost::peakMebibytes, "%.0f"))
                    .append(" | ")
                    .append(i == 0 ? "1" : hasFailed(0) ? "" : spread(ratios(costs.get(0), own), "%.2f"))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** What each printed last, by which one sees whether they came to the same. */
    String answers() {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < contenders.size(); i++) {
            answers.append("- ")
                    .append(contenders.get(i).name())
                    .append(": ")
                    .append(said.get(i))
                    .append('\n');
        }
        return answers.toString();
    }

    private static double[] ratios(List<Cost> first, List<Cost> own) {
        return IntStream.range(0, own.size())
                .mapToDouble(
                        round -> own.get(round).cpuSeconds() / first.get(round).cpuSeconds())
                .toArray();
    }

    private static String spread(List<Cost> costs, ToDoubleFunction<Cost> figure, String format) {
        return spread(costs.stream().mapToDouble(figure).toArray(), format);
    }

    /** Median and, in brackets, the least and the most. */
    static String spread(double[] figures, String format) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return String.format(
                Locale.ROOT,
                format + " (" + format + " – " + format + ")",
                median,
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
