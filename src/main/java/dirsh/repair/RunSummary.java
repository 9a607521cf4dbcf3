package dirsh.repair;

import dirsh.model.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run in one row.
 *
 * @param id names it in commands
 * @param state how far it is
 * @param planned documents in its plan
 * @param done documents as planned
 * @param refused documents left alone
 * @param mode how documents were brought back
 * @param book where the book was opened from
 * @param undoes the run it undoes; empty if it is no undo
 * @param ended when it came to its end, as ISO 8601 in GMT; empty before, and where a run of an older dirsh does not say
 * @param seen repaired people that the last verification found in Exchange
 * @param notYet repaired people that it did not find there; before the first one those it will have to look for
 */
public record RunSummary(
        String id,
        RunState state,
        int planned,
        int done,
        int refused,
        String mode,
        String book,
        String undoes,
        String ended,
        int seen,
        int notYet)
        implements Answer {

    RunSummary with(String newEnded, int newSeen, int newNotYet) {
        return new RunSummary(id, state, planned, done, refused, mode, book, undoes, newEnded, newSeen, newNotYet);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("state", state.toString());
        fields.put("planned", planned);
        fields.put("done", done);
        fields.put("refused", refused);
        fields.put("mode", mode);
        fields.put("book", book);
        if (!undoes.isEmpty()) {
            fields.put("undoes", undoes);
        }
        if (!ended.isEmpty()) {
            fields.put("ended", ended);
        }
        if (seen + notYet > 0) {
            fields.put("seen", seen);
            fields.put("notYet", notYet);
        }
        return fields;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(fields().keySet());
        columns.remove("ended");
        return columns;
    }
}
