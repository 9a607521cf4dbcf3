package dirsh.command;

import dirsh.model.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The status of a book with the number of a connector's log taken apart. */
record ReconciledStatus(Status status, LogReconciliation log) implements Page {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(status.fields());
        fields.put("log", log.fields());
        return fields;
    }

    @Override
    public int exitCode() {
        return status.exitCode();
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>(status.sections());
        sections.add(new Section("Log " + log.file(), List.of(log.sentence()), log.rows()));
        return sections;
    }
}
