package dirsh.report;

import dirsh.model.Answer;
import dirsh.overview.Overview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An overview as one table: what a row is about stands in its first column, so that a spreadsheet can filter by it. The
 * columns are the same for every report.
 */
final class ReportRows {

    private static final List<String> COLUMNS = List.of(
            "part",
            "name",
            "value",
            "people",
            "inExchange",
            "notInExchange",
            "leftOut",
            "atRisk",
            "standing",
            "cause",
            "formShows",
            "connectorReads",
            "unit",
            "mailServer",
            "evidence",
            "repair",
            "run",
            "repairedCause",
            "verified",
            "seenAt",
            "seenIn",
            "unid",
            "noteId",
            "state",
            "book",
            "mode",
            "undoes",
            "planned",
            "done",
            "refused",
            "ended",
            "verifiedAt",
            "held",
            "changed",
            "lost",
            "seenInExchange",
            "notYetInExchange",
            "export");

    /** How such a table begins. */
    static final String BEGINNING = "part,name,value,people,inExchange,";

    /** Names of fields that stand in another column. */
    private static final Map<String, String> UNDER = Map.of("fullName", "name", "id", "name");

    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    private ReportRows() {}

    static Rows of(Overview overview) {
        ReportRows table = new ReportRows();
        table.all(overview);
        return new Rows(COLUMNS, table.rows, "");
    }

    private void all(Overview overview) {
        Map<String, Object> fields = overview.fields();
        value("headline", "", overview.headline());
        for (String part : List.of("book", "exchange", "totals")) {
            if (fields.get(part) instanceof Map<?, ?> values) {
                values.forEach((name, value) -> value(part, name.toString(), value));
            }
        }
        overview.nextSteps().forEach(step -> value("next step", step.command(), step.what()));
        overview.remarks().forEach(remark -> value("remark", "", remark));
        overview.causes().forEach(count -> {
            row("cause", count).put("name", count.cause());
            rows.get(rows.size() - 1).put("value", CauseWords.of(count.cause()).summary());
        });
        overview.units().forEach(unit -> row("unit", unit));
        overview.mailServers().forEach(server -> row("mail server", server));
        overview.runs().forEach(run -> row("run", run));
        overview.people().forEach(person -> row("person", person));
    }

    private void value(String part, String name, Object value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("part", part);
        row.put("name", name);
        row.put("value", value);
        rows.add(row);
    }

    private Map<String, @Nullable Object> row(String part, Answer answer) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("part", part);
        answer.fields().forEach((name, value) -> row.put(UNDER.getOrDefault(name, name), value));
        rows.add(row);
        return row;
    }
}
