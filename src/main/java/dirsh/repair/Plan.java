package dirsh.repair;

import dirsh.model.Page;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be changed, in order, in one book. Its id is a hash of its content, so equal plans have equal ids.
 *
 * @param address where the book was opened from when the plan was made
 * @param lockKey the store itself
 * @param replicaId the book's replica id
 * @param mode how documents are brought back to Yes
 * @param undoes the run this plan undoes, if it is an undo
 * @param changes the documents
 */
public record Plan(
        String address,
        String lockKey,
        String replicaId,
        RepairMode mode,
        Optional<String> undoes,
        List<Change> changes)
        implements Page {

    /** The version of the plan's data this program writes and reads. */
    public static final int SCHEMA = 1;

    private static final int ID_DIGITS = 12;

    public Plan {
        changes = List.copyOf(changes);
    }

    /** The first digits of the content's hash. */
    public String id() {
        return hash().substring(0, ID_DIGITS);
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    public String hash() {
        return PlanFile.hash(content());
    }

    /** How many documents are changed. */
    public int size() {
        return changes.size();
    }

    /** How many saves that takes. */
    public int saves() {
        return changes.stream().mapToInt(change -> change.saves(mode)).sum();
    }

    /** The content as data; what the hash is over. */
    Map<String, Object> content() {
        Map<String, Object> book = new LinkedHashMap<>();
        book.put("address", address);
        book.put("store", lockKey);
        book.put("replicaId", replicaId);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", SCHEMA);
        content.put("book", book);
        content.put("mode", mode.toString());
        undoes.ifPresent(run -> content.put("undoes", run));
        content.put("changes", changes.stream().map(Change::fields).toList());
        return content;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> content = content();
        String hash = PlanFile.hash(content);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", hash.substring(0, ID_DIGITS));
        fields.put("hash", hash);
        fields.putAll(content);
        return fields;
    }

    /** 1 as long as there is something to apply. */
    @Override
    public int exitCode() {
        return changes.isEmpty() ? 0 : 1;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        String what = undoes.map(run -> "Undo of run " + run).orElse("Repair by " + mode);
        sections.add(Section.lines(
                "Plan " + id(),
                List.of(
                        what + " in " + address + " (replica " + replicaId + ")",
                        size() + " documents, " + saves() + " saves; nothing is written before apply")));
        if (!changes.isEmpty()) {
            sections.add(Section.table("", byCause()));
            sections.add(Section.table("Documents", changes));
        }
        return sections;
    }

    private List<Row> byCause() {
        Map<String, Integer> counts = new TreeMap<>();
        changes.forEach(change -> counts.merge(change.cause(), 1, Integer::sum));
        List<Row> rows = new ArrayList<>();
        counts.forEach((cause, count) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cause", cause);
            row.put("documents", count);
            rows.add(new Row(row));
        });
        return rows;
    }
}
