package dirsh.bench;

import java.util.List;

/**
 * What one process took, as the system accounts it to the parent that waits for it: children it waited for are included.
 *
 * @param cpuSeconds user and system together
 * @param wallSeconds from start to end
 * @param peakMebibytes the largest resident set it or one of its children had
 */
record Cost(double cpuSeconds, double wallSeconds, double peakMebibytes) {

    /** What GNU time is asked to print: user, system and wall seconds, KiB. */
    static final String FORMAT = "%U %S %e %M";

    /**
     * Reads a line in that format.
     *
     * @param lines all that was printed, of which the last line counts: before it stands the exit code, if it is not 0
     */
    static Cost parse(List<String> lines) {
        String[] figures = lines.get(lines.size() - 1).split(" ", -1);
        return new Cost(
                Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3]) / 1024);
    }
}
