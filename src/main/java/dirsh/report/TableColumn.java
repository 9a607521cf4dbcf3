package dirsh.report;

import org.jspecify.annotations.Nullable;

/** A column of a table while it is laid out, with the text it shows on the line that is written next: first its name. */
final class TableColumn {

    private final String shownName;
    private final int since;
    private String text;
    private int width;
    private int shortestCut = Integer.MAX_VALUE;
    private boolean numbers;
    private boolean others;

    /**
     * A column without cells.
     *
     * @param since the number of the first row that has it
     */
    TableColumn(String name, int since) {
        this.shownName = ShownText.line(name);
        this.since = since;
        this.text = shownName;
        widen(shownName);
    }

    String shownName() {
        return shownName;
    }

    int since() {
        return since;
    }

    /** Takes note of a cell and gives its text. */
    String cell(@Nullable Object value) {
        numbers |= value instanceof Number;
        others |= value != null && !(value instanceof Number);
        String cell = CellText.shown(value);
        widen(cell);
        return cell;
    }

    /** Makes the column wide enough for a text. */
    void widen(String cell) {
        width = Math.max(width, DisplayWidth.of(cell));
    }

    /** Sets how narrow the column may become. */
    void cutTo(int columns) {
        shortestCut = columns;
    }

    int width() {
        return width;
    }

    /** A cut number would be a wrong number, and a cut name no name. */
    int shortest() {
        return isNumbers() ? width : Math.min(width, Math.max(shortestCut, DisplayWidth.of(shownName)));
    }

    void narrow() {
        width--;
    }

    private boolean isNumbers() {
        return numbers && !others;
    }

    /** Sets the text of the next line. */
    void show(String cell) {
        text = cell;
    }

    /** Appends the text, cut or filled to the width. */
    void appendTo(StringBuilder line, String ellipsis) {
        String shown = text;
        int taken = DisplayWidth.of(shown);
        if (taken > width) {
            shown = DisplayWidth.beginning(shown, width - ellipsis.length()).stripTrailing() + ellipsis;
            taken = DisplayWidth.of(shown);
        }
        String blanks = " ".repeat(width - taken);
        line.append(isNumbers() ? blanks + shown : shown + blanks);
    }
}
