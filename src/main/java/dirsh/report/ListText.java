package dirsh.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as blocks of lines {@code name: value}, a blank line between the blocks. */
final class ListText {

    private ListText() {}

    static String of(Rows rows) {
        if (rows.rows().isEmpty()) {
            return "(none)\n";
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> row : rows.rows()) {
            text.append(text.length() == 0 ? "" : "\n");
            row.forEach(
                    (name, value) -> text.append((ShownText.line(name) + ": " + CellText.shown(value)).stripTrailing())
                            .append('\n'));
        }
        return text.toString();
    }
}
