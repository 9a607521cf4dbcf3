package dirsh.repair;

import dirsh.model.Counted;
import dirsh.model.MappedList;
import dirsh.model.Page;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed, in order, in one book. Its id is a hash of its content, so equal plans have equal ids, and plans
 * with equal hashes are equal.
 *
 * <p>It is no record because it keeps its hash: the id is asked for often, and the hash is over the whole content. The
 * {@link Outlook} says what a plan means for the people who decide about it; it is no part of the content.
 */
public final class Plan implements Page {

    /** The version of the plan's data this program writes. It reads every version from 1 to this one. */
    public static final int SCHEMA = 2;

    private static final int ID_DIGITS = 12;

    private final int schema;
    private final String address;
    private final String lockKey;
    private final String replicaId;
    private final RepairMode mode;
    private final Optional<String> undoes;
    private final List<Change> changes;
    private final Outlook outlook;
    private @Nullable String hash;

    /**
     * A new plan.
     *
     * @param address where the book was opened from when the plan was made
     * @param lockKey the store itself
     * @param replicaId the book's replica id
     * @param mode how documents are brought back to Yes
     * @param undoes the run this plan undoes, if it is an undo
     * @param changes the documents
     */
    public Plan(
            String address,
            String lockKey,
            String replicaId,
            RepairMode mode,
            Optional<String> undoes,
            List<Change> changes) {
        this(SCHEMA, address, lockKey, replicaId, mode, undoes, changes, Outlook.ONE_REPLICA);
    }

    Plan(
            int schema,
            String address,
            String lockKey,
            String replicaId,
            RepairMode mode,
            Optional<String> undoes,
            List<Change> changes,
            Outlook outlook) {
        this.schema = schema;
        this.address = address;
        this.lockKey = lockKey;
        this.replicaId = replicaId;
        this.mode = mode;
        this.undoes = undoes;
        this.changes = List.copyOf(changes);
        this.outlook = outlook;
    }

    /** The same plan with another outlook. */
    public Plan with(Outlook newOutlook) {
        Plan plan = new Plan(schema, address, lockKey, replicaId, mode, undoes, changes, newOutlook);
        plan.hash = hash;
        return plan;
    }

    /** The version of its data. */
    int schema() {
        return schema;
    }

    /** Where the book was opened from when the plan was made. */
    public String address() {
        return address;
    }

    /** The store itself. */
    public String lockKey() {
        return lockKey;
    }

    /** The book's replica id. */
    public String replicaId() {
        return replicaId;
    }

    /** How documents are brought back to Yes. */
    public RepairMode mode() {
        return mode;
    }

    /** The run this plan undoes, if it is an undo. */
    public Optional<String> undoes() {
        return undoes;
    }

    /** The documents. */
    public List<Change> changes() {
        return changes;
    }

    /** What the plan means beyond its documents. */
    public Outlook outlook() {
        return outlook;
    }

    /** The first digits of the content's hash. */
    public String id() {
        return hash().substring(0, ID_DIGITS);
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = PlanFile.hash(content());
            hash = known;
        }
        return known;
    }

    /** How many documents are changed. */
    public int size() {
        return changes.size();
    }

    /** How many saves that takes. */
    public int saves() {
        return changes.stream().mapToInt(change -> change.saves(mode)).sum();
    }

    /** How many of the people are in Exchange, are not, or are not known to be. */
    public int count(InExchange inExchange) {
        return (int) changes.stream()
                .filter(change -> change.inExchange() == inExchange)
                .count();
    }

    /** The content as data in the shape of its schema; what the hash is over. */
    private Map<String, Object> content() {
        Map<String, Object> book = new LinkedHashMap<>();
        book.put("address", address);
        book.put("store", lockKey);
        book.put("replicaId", replicaId);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", schema);
        content.put("book", book);
        content.put("mode", mode.toString());
        undoes.ifPresent(run -> content.put("undoes", run));
        content.put("changes", new MappedList<>(changes, change -> change.fields(schema)));
        return content;
    }

    /** What is kept in a file: the content with its hash. */
    Map<String, Object> kept() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id());
        fields.put("hash", hash());
        fields.putAll(content());
        return fields;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = kept();
        fields.put("documents", size());
        fields.put("saves", saves());
        fields.putAll(outlook.fields(saves()));
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
        sections.add(summary());
        if (!changes.isEmpty()) {
            sections.add(Section.table("", byCause()));
            sections.add(Section.table("Documents", changes));
        }
        return sections;
    }

    /** What the plan does as a whole, in sentences. */
    Section summary() {
        List<String> lines = new ArrayList<>();
        String what = undoes.map(run -> "Undo of run " + run).orElse("Repair by " + mode);
        lines.add(what + " in " + address + " (replica " + replicaId + ")");
        if (changes.isEmpty()) {
            lines.add("no documents: there is nothing to apply");
        } else {
            lines.add(outlook.multiplied(size(), saves()) + "; nothing is written before apply");
            if (undoes.isEmpty()) {
                addExchange(lines);
            }
        }
        lines.addAll(outlook.sentences());
        return Section.lines("Plan " + id(), lines);
    }

    private void addExchange(List<String> lines) {
        if (count(InExchange.UNKNOWN) == size()) {
            lines.add("who of them is in Exchange is not known");
            return;
        }
        add(lines, InExchange.YES, "%,d in Exchange now and at risk: the sync updates them after the repair");
        add(lines, InExchange.NO, "%,d not found in Exchange: the sync creates them after the repair");
        add(lines, InExchange.UNKNOWN, "%,d groups or ambiguous: whether they are in Exchange is not known");
    }

    private void add(List<String> lines, InExchange inExchange, String format) {
        int count = count(inExchange);
        if (count > 0) {
            lines.add(String.format(Locale.ROOT, format, count));
        }
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plan plan && hash().equals(plan.hash());
    }

    @Override
    public int hashCode() {
        return hash().hashCode();
    }

    @Override
    public String toString() {
        return "plan " + id() + " of " + Counted.of(size(), "document");
    }
}
