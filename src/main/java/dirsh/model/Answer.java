package dirsh.model;

import java.util.List;
import java.util.Map;

/**
 * What a command answers with: plain data under fixed names, which any output format can show.
 *
 * <p>A list of answers is shown as a table with one row each.
 */
public interface Answer {

    /**
     * The answer as data, in the order to show it. Values are texts, numbers, booleans, and lists and maps of these;
     * the names are those of the JSON output.
     */
    Map<String, Object> fields();

    /** The fields a table shows, the most important first; the later ones are dropped where it gets too wide. */
    default List<String> columns() {
        return List.copyOf(fields().keySet());
    }

    /** The exit code this answer stands for: 0 if nothing is left to do, 1 if findings or differences remain. */
    default int exitCode() {
        return 0;
    }
}
