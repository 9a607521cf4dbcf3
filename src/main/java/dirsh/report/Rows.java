package dirsh.report;

import dirsh.model.Answer;
import dirsh.model.Charted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers as rows under common column names.
 *
 * @param columns the names, the most important first
 * @param rows the values by name, as plain data; a row need not have every column
 * @param charted the column beside which bars are drawn; empty for none
 */
record Rows(List<String> columns, List<Map<String, @Nullable Object>> rows, String charted) {

    /** Once a row without a bar was seen. */
    private static final String NONE = "-";

    /** The rows under the columns that each answer puts into a table. */
    static Rows important(Collection<? extends @Nullable Object> values) {
        return of(values, true);
    }

    /** The rows under every field that occurs in one of them. */
    static Rows complete(Collection<? extends @Nullable Object> values) {
        return of(values, false);
    }

    private static Rows of(Collection<? extends @Nullable Object> values, boolean important) {
        Set<String> columns = new LinkedHashSet<>();
        String charted = "";
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(values.size());
        for (Object value : values) {
            charted = important && value instanceof Charted chart && !charted.equals(NONE) ? chart.charted() : NONE;
            if (important && value instanceof Answer answer) {
                columns.addAll(answer.columns());
                rows.add(PlainData.row(answer, answer.columns()));
            } else {
                Map<String, @Nullable Object> row = PlainData.row(value);
                columns.addAll(row.keySet());
                rows.add(row);
            }
        }
        return new Rows(List.copyOf(columns), rows, rows.size() < 2 || charted.equals(NONE) ? "" : charted);
    }
}
