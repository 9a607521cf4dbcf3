package dirsh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as aligned columns without any drawing, two blanks apart. */
final class TableText {

    /** A cell is not cut to fewer columns than this; rather a column is dropped. */
    private static final int SHORTEST_CUT = 12;

    /** The first column says what a row is about: it keeps this part of the width before another one goes. */
    private static final int SHARE_OF_FIRST = 3;

    /** Up to so many rows are counted at a glance. */
    private static final int COUNTED_FROM = 21;

    private static final String GAP = "  ";

    private final int width;
    private final Style style;

    /**
     * A writer of tables.
     *
     * @param width columns to fit in; 0 or less for no limit
     */
    TableText(int width, Style style) {
        this.width = width;
        this.style = style;
    }

    String of(Rows rows) {
        if (rows.rows().isEmpty() || rows.columns().isEmpty()) {
            return "(none)\n";
        }
        List<Column> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            columns.add(Column.of(
                    name,
                    rows.rows(),
                    columns.isEmpty() ? Math.max(SHORTEST_CUT, width / SHARE_OF_FIRST) : SHORTEST_CUT));
            if (name.equals(rows.charted())) {
                columns.add(bars(rows));
            }
        }
        List<String> dropped = fit(columns);
        StringBuilder text = new StringBuilder();
        appendLine(text, columns, -1);
        for (int row = 0; row < rows.rows().size(); row++) {
            appendLine(text, columns, row);
        }
        if (rows.rows().size() >= COUNTED_FROM) {
            text.append(String.format(Locale.ROOT, "(%,d rows)", rows.rows().size()))
                    .append('\n');
        }
        if (!dropped.isEmpty()) {
            String what = dropped.size() == 1 ? " column" : " columns";
            text.append(WrappedText.of(
                    "(" + dropped.size() + what + " not shown: " + String.join(", ", dropped) + "; -o wide shows all)",
                    width));
        }
        return text.toString();
    }

    private Column bars(Rows rows) {
        List<Double> numbers = rows.rows().stream()
                .map(row -> row.get(rows.charted()) instanceof Number number ? number.doubleValue() : 0.0)
                .toList();
        double most = Math.max(
                1, numbers.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        return new Column(
                "", numbers.stream().map(number -> style.bar(number / most)).toList(), false, Integer.MAX_VALUE);
    }

    /** Narrows the columns to the width and returns the names of those that had to go. */
    private List<String> fit(List<Column> columns) {
        List<String> dropped = new ArrayList<>();
        if (width <= 0) {
            return dropped;
        }
        if (total(columns, true) > width) {
            columns.removeIf(column -> column.shownName.isEmpty()); // a bar says nothing that the number does not
        }
        while (columns.size() > 1 && total(columns, true) > width) {
            dropped.add(0, columns.remove(columns.size() - 1).shownName);
        }
        int excess = total(columns, false) - width;
        while (excess > 0) {
            Column widest = widestThatMayShrink(columns);
            if (widest == null) {
                break;
            }
            widest.width--;
            excess--;
        }
        return dropped;
    }

    private static int total(List<Column> columns, boolean shortest) {
        int total = GAP.length() * (columns.size() - 1);
        for (Column column : columns) {
            total += shortest ? column.shortest() : column.width;
        }
        return total;
    }

    private static @Nullable Column widestThatMayShrink(List<Column> columns) {
        Column widest = null;
        for (Column column : columns) {
            if (column.width > column.shortest() && (widest == null || column.width > widest.width)) {
                widest = column;
            }
        }
        return widest;
    }

    private void appendLine(StringBuilder text, List<Column> columns, int row) {
        StringBuilder line = new StringBuilder();
        for (Column column : columns) {
            line.append(line.length() == 0 && column == columns.get(0) ? "" : GAP);
            column.appendCell(line, row, style.ellipsis());
        }
        String shown = line.toString().stripTrailing();
        text.append(row < 0 ? style.heading(shown) : shown).append('\n');
    }

    /** A column while it is laid out. */
    private static final class Column {
        private final String shownName;
        private final List<String> cells;
        private final boolean numbers;
        private final int shortestCut;
        private int width;

        private Column(String shownName, List<String> cells, boolean numbers, int shortestCut) {
            this.shownName = shownName;
            this.cells = cells;
            this.numbers = numbers;
            this.shortestCut = shortestCut;
            this.width = DisplayWidth.of(shownName);
            for (String cell : cells) {
                width = Math.max(width, DisplayWidth.of(cell));
            }
        }

        static Column of(String name, List<Map<String, @Nullable Object>> rows, int shortestCut) {
            List<String> cells = new ArrayList<>(rows.size());
            boolean numbers = false;
            boolean others = false;
            for (Map<String, @Nullable Object> row : rows) {
                Object value = row.get(name);
                numbers |= value instanceof Number;
                others |= value != null && !(value instanceof Number);
                cells.add(CellText.shown(value));
            }
            return new Column(ShownText.line(name), cells, numbers && !others, shortestCut);
        }

        /** A cut number would be a wrong number, and a cut name no name. */
        int shortest() {
            return numbers ? width : Math.min(width, Math.max(shortestCut, DisplayWidth.of(shownName)));
        }

        void appendCell(StringBuilder line, int row, String ellipsis) {
            String cell = row < 0 ? shownName : cells.get(row);
            int taken = DisplayWidth.of(cell);
            if (taken > width) {
                cell = DisplayWidth.beginning(cell, width - ellipsis.length()).stripTrailing() + ellipsis;
                taken = DisplayWidth.of(cell);
            }
            String blanks = " ".repeat(width - taken);
            line.append(numbers ? blanks + cell : cell + blanks);
        }
    }
}
