package dirsh.report;

import dirsh.model.Answer;
import dirsh.model.Charted;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a table, packed row by row: how wide its columns are is known only when all rows were seen, and there may be
 * too many to hold.
 */
final class TableCells {

    private final Map<String, TableColumn> columns = new LinkedHashMap<>();
    private final TextStore texts = new TextStore();
    private int rows;

    /** The column beside which bars are drawn, as long as every row names the same one. */
    private String charted = "";

    private final DoubleStream.Builder charts = DoubleStream.builder();
    private double[] bars = {};
    private @Nullable TableColumn barColumn;
    private int row;
    private int at;

    private TableCells() {}

    /** The cells under the columns that each answer puts into a table. */
    static TableCells important(List<? extends @Nullable Object> values) {
        TableCells cells = new TableCells();
        for (Object value : values) {
            Map<String, @Nullable Object> row =
                    value instanceof Answer answer ? PlainData.row(answer, answer.columns()) : PlainData.row(value);
            cells.chart(value, row);
            cells.add(value instanceof Answer answer ? answer.columns() : row.keySet(), row);
        }
        return cells;
    }

    /** The cells under every field that one of the values has. */
    static TableCells complete(List<? extends @Nullable Object> values) {
        TableCells cells = new TableCells();
        for (Object value : values) {
            Map<String, @Nullable Object> row = PlainData.row(value);
            cells.add(row.keySet(), row);
        }
        return cells;
    }

    private void chart(@Nullable Object value, Map<String, @Nullable Object> fields) {
        String field = value instanceof Charted chart ? chart.charted() : "";
        charted = rows == 0 || field.equals(charted) ? field : "";
        if (!charted.isEmpty()) {
            charts.add(fields.get(charted) instanceof Number number ? number.doubleValue() : 0);
        }
    }

    private void add(Collection<String> names, Map<String, @Nullable Object> fields) {
        names.forEach(name -> columns.computeIfAbsent(name, unused -> new TableColumn(name, rows)));
        columns.forEach((name, column) -> texts.add(column.cell(fields.get(name))));
        rows++;
    }

    boolean isEmpty() {
        return rows == 0 || columns.isEmpty();
    }

    int rows() {
        return rows;
    }

    /** The columns, without bars, to be laid out. */
    List<TableColumn> columns() {
        return new ArrayList<>(columns.values());
    }

    /** Puts a column of bars beside the numbers that every row wants drawn. */
    void addBars(List<TableColumn> shown, Style style) {
        TableColumn numbers = columns.get(charted);
        if (rows < 2 || charted.isEmpty() || numbers == null) {
            return;
        }
        bars = charts.build().toArray();
        double most = Math.max(1, Arrays.stream(bars).max().orElse(1));
        barColumn = new TableColumn("", 0);
        for (int i = 0; i < bars.length; i++) {
            bars[i] /= most;
            barColumn.widen(style.bar(bars[i]));
        }
        shown.add(shown.indexOf(numbers) + 1, barColumn);
    }

    /** Has every column show its text of the next row; false behind the last one. */
    boolean next(Style style) {
        if (row == rows) {
            return false;
        }
        for (TableColumn column : columns.values()) {
            if (column.since() > row) {
                column.show("");
            } else {
                column.show(texts.get(at));
                at = texts.after(at);
            }
        }
        if (barColumn != null) {
            barColumn.show(style.bar(bars[row]));
        }
        row++;
        return true;
    }
}
