package dirsh.compare;

import dirsh.model.Answer;
import dirsh.model.MappedList;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What one kind of sync would do at one time. Adds, modifies, unchanged, deletes, skips and unknown together are all people
 * of the book.
 *
 * <p>It is no record because it holds counts: its people are found when they are asked for.
 */
public final class RehearsedSync implements Answer {

    private final String sync;
    private final String when;
    private final boolean byTheFiles;
    private final RehearsedPeople people;
    private final int unchanged;
    private final int uncertainDeletes;
    private final OptionalInt deletesAtMost;
    private final int unknown;

    RehearsedSync(
            String sync,
            String when,
            boolean byTheFiles,
            RehearsedPeople people,
            int unchanged,
            int uncertainDeletes,
            OptionalInt deletesAtMost,
            int unknown) {
        this.sync = sync;
        this.when = when;
        this.byTheFiles = byTheFiles;
        this.people = people;
        this.unchanged = unchanged;
        this.uncertainDeletes = uncertainDeletes;
        this.deletesAtMost = deletesAtMost;
        this.unknown = unknown;
    }

    /** {@code update} or {@code full reload}. */
    public String sync() {
        return sync;
    }

    /** {@code now} or {@code after the plan}. */
    public String when() {
        return when;
    }

    /** Whether the connector's files tell the numbers, rather than that they are an estimate. */
    public boolean byTheFiles() {
        return byTheFiles;
    }

    /** People of whom it makes an entry. */
    public List<RehearsedPerson> adds() {
        return people.of(Fate.ADDED);
    }

    /** People whose entry it changes. */
    public List<RehearsedPerson> modifies() {
        return people.of(Fate.MODIFIED);
    }

    /** How many entries stay as they are. */
    public int unchanged() {
        return unchanged;
    }

    /** People whose entry it removes. */
    public List<RehearsedPerson> deletes() {
        return people.of(Fate.DELETED);
    }

    /** People it leaves out. */
    public List<RehearsedPerson> skips() {
        return people.of(Fate.SKIPPED);
    }

    /** The documents of the people it adds; unlike their rows they cost nothing. */
    public List<Unid> added() {
        return people.unids(Fate.ADDED);
    }

    /** The documents of the people it deletes. */
    public List<Unid> deleted() {
        return people.unids(Fate.DELETED);
    }

    /** How many of the skipped people may lose their entry all the same. */
    int uncertainDeletes() {
        return uncertainDeletes;
    }

    /**
     * How many entries it removes if everything it is not certain of goes too; empty where more may go for reasons that are not
     * known, such as filters.
     */
    public OptionalInt deletesAtMost() {
        return deletesAtMost;
    }

    /** How many people are ambiguous. */
    public int unknown() {
        return unknown;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sync", sync);
        fields.put("when", when);
        fields.put("certainty", byTheFiles ? "by the files" : "estimate");
        fields.put("adds", people.count(Fate.ADDED));
        fields.put("modifies", people.count(Fate.MODIFIED));
        fields.put("unchanged", unchanged);
        fields.put("deletes", people.count(Fate.DELETED));
        deletesAtMost.ifPresent(most -> fields.put("deletesAtMost", most));
        fields.put("skips", people.count(Fate.SKIPPED));
        fields.put("unknown", unknown);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("adds", new MappedList<>(adds(), Answer::fields));
        named.put("modifies", new MappedList<>(modifies(), Answer::fields));
        named.put("deletes", new MappedList<>(deletes(), Answer::fields));
        named.put("skips", new MappedList<>(skips(), Answer::fields));
        fields.put("people", named);
        return fields;
    }

    @Override
    public List<String> columns() {
        List<String> columns =
                new ArrayList<>(List.of("sync", "when", "certainty", "adds", "modifies", "unchanged", "deletes"));
        if (deletesAtMost.isPresent()) {
            columns.add("deletesAtMost");
        }
        columns.add("skips");
        if (unknown > 0) {
            columns.add("unknown");
        }
        return columns;
    }
}
