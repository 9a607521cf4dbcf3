package dirsh.command;

import dirsh.model.Note;
import java.util.List;
import java.util.Map;

/**
 * A document and what a reader reads in it; every one is run as a test.
 *
 * @param text what the example shows
 * @param over the items: a text, a number or a list of texts by item name
 * @param hidden the names of items without the summary flag
 * @param reads {@code yes}, {@code no} or {@code blank}
 */
public record ReaderExample(String text, Map<String, Object> over, List<String> hidden, String reads) {

    public ReaderExample {
        over = Map.copyOf(over);
        hidden = List.copyOf(hidden);
    }

    /** The document of the example. */
    public Note note() {
        return ExampleItems.person(1, over, hidden);
    }
}
