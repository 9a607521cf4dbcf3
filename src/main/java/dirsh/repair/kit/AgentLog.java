package dirsh.repair.kit;

import dirsh.model.DirshException;
import dirsh.model.Place;
import dirsh.model.Unid;
import dirsh.repair.Reported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log that the agents of a kit write: a line that names the plan, a header, and a line for each outcome.
 *
 * <p>Agents write plain ASCII and nothing else is read, so that no line can hold what a terminal would obey; a reason
 * that a spreadsheet would take for a formula stays text and is made harmless where it is written to CSV again.
 *
 * @param planHash the hash of the plan that the kit was made for
 * @param outcomes the last word on each document, in the order of the log
 */
public record AgentLog(String planHash, Map<Unid, Reported> outcomes) {

    static final String KIND = "dirsh-kit-log";
    static final String HEADER = "unid,outcome,reason,time,sequence";
    private static final String VERSION = "1";
    /** What every further run of an agent writes first: behind it stands what the run before could not finish. */
    private static final String FURTHER_RUN = ",again";

    private static final Pattern WHOLE =
            Pattern.compile("(.{32},[a-z ]+,\"[^\"]*\",\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d,)-?\\d+");
    private static final String AGAIN = "verify RUN --log agent-log.csv, as the agent wrote it";

    public AgentLog {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /**
     * Reads a log.
     *
     * @param shown what errors call the file
     * @throws DirshException as bad input, with the place, if it is no log of an agent or was changed
     */
    public static AgentLog read(Path file, String shown) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw DirshException.badInput("cannot read " + shown + ": " + DirshException.reason(e), AGAIN);
        }
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            requireAscii(lines[i], shown, i + 1);
        }
        String hash = hash(lines[0], shown);
        if (lines.length < 2 || !(lines[1].equals(HEADER) || lines[1].endsWith(FURTHER_RUN))) {
            throw bad(shown, 2, 1, "the header is not " + HEADER);
        }
        Map<Unid, Reported> outcomes = new LinkedHashMap<>();
        for (int i = 2; i < lines.length; i++) {
            // What stands behind the last line end was cut off, as by a full disk.
            boolean cut = lines[i].endsWith(FURTHER_RUN) || i == lines.length - 1;
            if (cut) {
                cutLine(lines[i], shown, i + 1, outcomes);
            } else if (lines[i].isEmpty()) {
                throw bad(shown, i + 1, 1, "the line is empty");
            } else {
                line(lines[i], shown, i + 1, outcomes);
            }
        }
        return new AgentLog(hash, outcomes);
    }

    private static void requireAscii(String line, String shown, int number) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' || line.charAt(i) > '~') {
                throw bad(shown, number, i + 1, "this is no plain ASCII");
            }
        }
    }

    private static String hash(String line, String shown) {
        String[] cells = line.split(",", -1);
        if (!cells[0].equals(KIND)) {
            throw bad(shown, 1, 1, "this is no log of a kit's agent");
        }
        if (cells.length != 4 || !cells[1].equals(VERSION)) {
            throw bad(shown, 1, KIND.length() + 2, "this is no version of the log that this dirsh reads");
        }
        return cells[2];
    }

    /** Takes a line that may have lost its end: all of it but the number, which may be cut, or nothing. */
    private static void cutLine(String line, String shown, int number, Map<Unid, Reported> outcomes) {
        int end = line.endsWith(FURTHER_RUN) ? line.length() - FURTHER_RUN.length() : line.length();
        Matcher whole = WHOLE.matcher(line.substring(0, end));
        if (whole.matches()) {
            line(whole.group(1) + "0", shown, number, outcomes);
        }
    }

    private static void line(String line, String shown, int number, Map<Unid, Reported> outcomes) {
        Cells cells = new Cells(line, shown, number);
        Unid unid = Unid.parse(cells.next()).orElseThrow(() -> cells.bad("this is no UNID"));
        Reported.Word word =
                Reported.Word.of(cells.next()).orElseThrow(() -> cells.bad("this is no outcome of an agent"));
        String reason = cells.next();
        cells.next();
        String sequence = cells.next();
        if (!sequence.matches("-?\\d{1,9}")) {
            throw cells.bad("this is no sequence number");
        }
        cells.end();
        Reported before = outcomes.get(unid);
        boolean announced = word == Reported.Word.BEGUN
                || word == Reported.Word.LEFT_AT_NO
                || (before != null && before.announced());
        outcomes.put(unid, new Reported(word, reason, Integer.parseInt(sequence), announced));
    }

    private static DirshException bad(String shown, int line, int column, String what) {
        return DirshException.badInput(Place.line(shown, line, column) + ": " + what, AGAIN);
    }

    /** The cells of one line, of which any may stand in quotes. */
    private static final class Cells {
        private final String line;
        private final String shown;
        private final int number;
        private int start;
        private int next;

        Cells(String line, String shown, int number) {
            this.line = line;
            this.shown = shown;
            this.number = number;
        }

        String next() {
            start = next;
            if (next > line.length()) {
                start = line.length();
                throw bad("the line is not whole");
            }
            boolean quoted = line.startsWith("\"", start);
            int end = quoted ? line.indexOf('"', start + 1) : comma(start);
            if (end < 0) {
                throw bad("the quote is not closed");
            }
            String cell = line.substring(quoted ? start + 1 : start, end);
            next = (quoted ? end + 1 : end) + 1;
            if (quoted && next <= line.length() && line.charAt(next - 1) != ',') {
                start = next - 1;
                throw bad("the cell goes on behind its closing quote");
            }
            return cell;
        }

        private int comma(int from) {
            int comma = line.indexOf(',', from);
            return comma < 0 ? line.length() : comma;
        }

        void end() {
            if (next <= line.length()) {
                start = next - 1;
                throw bad("the line has more cells than the header");
            }
        }

        DirshException bad(String what) {
            return AgentLog.bad(shown, number, start + 1, what);
        }
    }
}
