package dirsh.pipe;

import dirsh.model.Charted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that have the same values in some fields.
 *
 * @param values the common values by field
 * @param count how many rows there are
 * @param rows the rows, as the next stage gets them; empty where only the number was asked for
 */
record Group(Map<String, Object> values, int count, List<?> rows) implements Charted {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(values);
        fields.put("count", count);
        if (!rows.isEmpty()) {
            fields.put("rows", rows);
        }
        return fields;
    }

    @Override
    public String charted() {
        return "count";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(values.keySet());
        columns.add("count");
        return columns;
    }
}
