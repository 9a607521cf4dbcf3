package dirsh.report;

import dirsh.model.Answer;
import dirsh.model.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as commands give them. */
final class TestAnswers {

    /** A finding that puts only some of its fields into a table. */
    record Left(String unid, String noteId, String fullName, String cause, boolean offered, List<String> evidence)
            implements Answer {

        static Left of(int number, String fullName, String cause, boolean offered, String... evidence) {
            return new Left(
                    String.format("%032X", number),
                    Integer.toHexString(0x8F6 + 4 * number).toUpperCase(java.util.Locale.ROOT),
                    fullName,
                    cause,
                    offered,
                    List.of(evidence));
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("unid", unid);
            fields.put("noteId", noteId);
            fields.put("fullName", fullName);
            fields.put("cause", cause);
            fields.put("offered", offered);
            fields.put("evidence", evidence);
            return fields;
        }

        @Override
        public List<String> columns() {
            return List.of("fullName", "cause", "offered", "evidence", "noteId");
        }
    }

    /** A page with all that a page may have. */
    record Overview(Map<String, Object> fields, List<Section> sections) implements Page {}

    private TestAnswers() {}

    static List<Left> two() {
        return List.of(
                Left.of(1, "CN=Ralph Jones/OU=Sales/O=Acme", "item-missing", true, "no item AvailableForDirSync"),
                Left.of(2, "CN=山田太郎/O=Acme", "duplicate-items", false, "two items: 1", "and 0"));
    }

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
