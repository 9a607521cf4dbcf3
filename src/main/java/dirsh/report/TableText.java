package dirsh.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Writes the table line by line. */
    void write(TableCells cells, Appendable out) throws IOException {
        if (cells.isEmpty()) {
            out.append("(none)\n");
            return;
        }
        List<TableColumn> columns = cells.columns();
        columns.forEach(column -> column.cutTo(SHORTEST_CUT));
        columns.get(0).cutTo(Math.max(SHORTEST_CUT, width / SHARE_OF_FIRST));
        cells.addBars(columns, style);
        List<String> dropped = fit(columns);
        out.append(style.heading(line(columns))).append('\n');
        while (cells.next(style)) {
            out.append(line(columns)).append('\n');
        }
        if (cells.rows() >= COUNTED_FROM) {
            out.append(String.format(Locale.ROOT, "(%,d rows)\n", cells.rows()));
        }
        if (!dropped.isEmpty()) {
            String what = dropped.size() == 1 ? " column" : " columns";
            out.append(WrappedText.of(
                    "(" + dropped.size() + what + " not shown: " + String.join(", ", dropped) + "; -o wide shows all)",
                    width));
        }
    }

    /** Narrows the columns to the width and returns the names of those that had to go. */
    private List<String> fit(List<TableColumn> columns) {
        List<String> dropped = new ArrayList<>();
        if (width <= 0) {
            return dropped;
        }
        if (total(columns, true) > width) {
            columns.removeIf(column -> column.shownName().isEmpty()); // a bar says nothing that the number does not
        }
        while (columns.size() > 1 && total(columns, true) > width) {
            dropped.add(0, columns.remove(columns.size() - 1).shownName());
        }
        int excess = total(columns, false) - width;
        while (excess > 0) {
            TableColumn widest = widestThatMayShrink(columns);
            if (widest == null) {
                break;
            }
            widest.narrow();
            excess--;
        }
        return dropped;
    }

    private static int total(List<TableColumn> columns, boolean shortest) {
        int total = GAP.length() * (columns.size() - 1);
        for (TableColumn column : columns) {
            total += shortest ? column.shortest() : column.width();
        }
        return total;
    }

    private static @Nullable TableColumn widestThatMayShrink(List<TableColumn> columns) {
        TableColumn widest = null;
        for (TableColumn column : columns) {
            if (column.width() > column.shortest() && (widest == null || column.width() > widest.width())) {
                widest = column;
            }
        }
        return widest;
    }

    private String line(List<TableColumn> columns) {
        StringBuilder line = new StringBuilder();
        for (TableColumn column : columns) {
            line.append(column == columns.get(0) ? "" : GAP);
            column.appendTo(line, style.ellipsis());
        }
        return line.toString().stripTrailing();
    }
}
