package dirsh.shell;

import dirsh.model.Page;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page that the shell's own commands answer with.
 *
 * @param fields the same as data
 * @param sections what to show
 * @param exitCode the exit code it stands for
 */
record TextPage(Map<String, Object> fields, List<Section> sections, int exitCode) implements Page {

    TextPage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        sections = List.copyOf(sections);
    }
}
