package dirsh.diagnose;

import dirsh.connector.FlagReading;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many documents of one kind there are and what became of them. Conflict documents are counted apart and in no
 * other number.
 */
public final class Tally {

    private int candidates;
    private int conflicts;
    private int shownYes;
    private int readYes;
    private int exported;
    private final Map<Cause, Integer> leftOut = new EnumMap<>(Cause.class);

    void count(Note note) {
        if (note.is(NoteFlag.CONFLICT)) {
            conflicts++;
        } else {
            candidates++;
        }
    }

    void count(Verdict verdict) {
        if (verdict.conflict()) {
            conflicts++;
            return;
        }
        candidates++;
        shownYes += verdict.formShows() == FlagReading.YES ? 1 : 0;
        readYes += verdict.connectorReads() == FlagReading.YES ? 1 : 0;
        if (verdict.finding().isPresent()) {
            leftOut.merge(verdict.finding().get().cause(), 1, Integer::sum);
        } else {
            exported++;
        }
    }

    /** Documents of the kind without the conflict documents: exported and left out together. */
    public int candidates() {
        return candidates;
    }

    public int conflicts() {
        return conflicts;
    }

    /** Candidates whose form shows Yes. */
    public int shownYes() {
        return shownYes;
    }

    /** Candidates in which the connector reads Yes. */
    public int readYes() {
        return readYes;
    }

    /** Candidates without a cause to be left out. */
    public int exported() {
        return exported;
    }

    /** Candidates left out, by cause. */
    public Map<Cause, Integer> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }
}
