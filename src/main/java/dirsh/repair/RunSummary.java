package dirsh.repair;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
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
 */
public record RunSummary(
        String id, RunState state, int planned, int done, int refused, String mode, String book, String undoes)
        implements Answer {

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
        return fields;
    }
}
