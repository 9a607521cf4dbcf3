package dirsh.command;

import dirsh.connector.files.ConnectorFolder;
import dirsh.model.Page;
import dirsh.model.Problem;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with the connector's files.
 *
 * @param folder the files
 * @param problems what is wrong, with place
 * @param notKnown what could not be looked at
 */
public record ConnectorReport(ConnectorFolder folder, List<Problem> problems, List<String> notKnown) implements Page {

    public ConnectorReport {
        problems = List.copyOf(problems);
        notKnown = List.copyOf(notKnown);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("folder", folder.address());
        fields.put("found", folder.found());
        fields.put("absent", folder.absent());
        fields.put(
                "filters",
                folder.filters().stream().map(filter -> filter.name()).toList());
        fields.put("sourceBooks", folder.sourceBooks());
        fields.put("problems", rows().stream().map(Row::fields).toList());
        fields.put("notKnown", notKnown);
        return fields;
    }

    /** 1 if anything is wrong. */
    @Override
    public int exitCode() {
        return problems.isEmpty() ? 0 : 1;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("read: " + String.join(", ", folder.found()));
        if (!folder.absent().isEmpty()) {
            lines.add("absent: " + String.join(", ", folder.absent()));
        }
        lines.add(
                switch (problems.size()) {
                    case 0 -> "nothing is wrong";
                    case 1 -> "1 thing is wrong";
                    default -> problems.size() + " things are wrong";
                });
        sections.add(Section.lines("Connector files in " + folder.address(), lines));
        if (!problems.isEmpty()) {
            // As sentences: a table of 80 columns would cut off what is wrong.
            sections.add(
                    Section.lines("", problems.stream().map(Problem::toString).toList()));
        }
        if (!notKnown.isEmpty()) {
            sections.add(Section.lines("Not known", notKnown));
        }
        return sections;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("place", problem.place().toString());
            row.put("what", problem.text());
            rows.add(new Row(row));
        }
        return rows;
    }
}
