package dirsh.report;

import dirsh.model.Answer;
import dirsh.overview.Overview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An overview as one table: what a row is about stands in its first column, so that a spreadsheet can filter by it. The
 * columns are the same for every report.
 */
final class ReportRows {

    /** The names of the columns. */
    static final List<String> COLUMNS = List.of(
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

    /** The rows; those of the people, who may be very many, are made when they are taken. */
    static Iterable<Map<String, @Nullable Object>> of(Overview overview) {
        ReportRows first = new ReportRows();
        first.all(overview);
        return () -> Stream.concat(
                        first.rows.stream(), overview.people().stream().map(person -> row("person", person)))
                .iterator();
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
            Map<String, @Nullable Object> row = row("cause", count);
            row.put("name", count.cause());
            row.put("value", CauseWords.of(count.cause()).summary());
            rows.add(row);
        });
        overview.units().forEach(unit -> rows.add(row("unit", unit)));
        overview.mailServers().forEach(server -> rows.add(row("mail server", server)));
        overview.runs().forEach(run -> rows.add(row("run", run)));
    }

    private void value(String part, String name, Object value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("part", part);
        row.put("name", name);
        row.put("value", value);
        rows.add(row);
    }

    private static Map<String, @Nullable Object> row(String part, Answer answer) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("part", part);
        answer.fields().forEach((name, value) -> row.put(UNDER.getOrDefault(name, name), value));
        return row;
    }
}
