package dirsh.repair;

import dirsh.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A journal as somebody reads it who knows nothing but its lines: what is the last that each document has.
 *
 * @param last the kind of the last record of each document, {@code at no} for an announced first save
 * @param stopped whether the last word of the run is that it was stopped
 */
record JournalText(Map<String, String> last, boolean stopped) {

    static JournalText of(RunStore runs, String id) {
        Path file = runs.folder(id).resolve(Journal.FILE);
        Map<String, String> last = new HashMap<>();
        boolean stopped = false;
        for (String line : lines(file)) {
            Map<?, ?> record = (Map<?, ?>) Json.read(line);
            String kind = (String) record.get("record");
            String unid = (String) record.get("unid");
            stopped = kind.equals("stopped");
            if (kind.equals("done") || kind.equals("refused")) {
                last.put(unid, kind);
            } else if (kind.equals("intent") && "no".equals(record.get("step"))) {
                last.put(unid, "at no");
            } else if (kind.equals("replaced")) {
                last.values().removeIf(outcome -> !outcome.equals("refused"));
            }
        }
        return new JournalText(last, stopped);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String outcome) {
        return last.values().stream().filter(outcome::equals).count();
    }

    /** The sentence for the user. */
    String totals(int planned) {
        int untouched = planned - last.size();
        return planned + " planned: " + count("done") + " done, " + count("refused") + " refused"
                + (count("at no") > 0 ? ", " + count("at no") + " in hand" : "")
                + (untouched > 0 ? ", " + untouched + " untouched" : "");
    }

    /** What the process that wrote the last record is to end with. */
    int exitCode() {
        return stopped ? 130 : count("refused") > 0 ? 4 : 0;
    }
}
