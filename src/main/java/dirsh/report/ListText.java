package dirsh.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as blocks of lines {@code name: value}, a blank line between the blocks. */
final class ListText {

    private ListText() {}

    /** Writes the blocks, with every field of each value. */
    static void write(List<? extends @Nullable Object> values, Appendable out) throws IOException {
        if (values.isEmpty()) {
            out.append("(none)\n");
        }
        boolean more = false;
        for (Object value : values) {
            out.append(more ? "\n" : "");
            for (Map.Entry<String, @Nullable Object> field :
                    PlainData.row(value).entrySet()) {
                String line = ShownText.line(field.getKey()) + ": " + CellText.shown(field.getValue());
                out.append(line.stripTrailing()).append('\n');
                more = true;
            }
        }
    }
}
