package dirsh.compare;

import dirsh.model.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one kind of sync would do at one time. Adds, modifies, unchanged, deletes, skips and unknown together are all people
 * of the book.
 *
 * @param sync {@code update} or {@code full reload}
 * @param when {@code now} or {@code after the plan}
 * @param bound whether the numbers are bounds, since the connector's files are not all known
 * @param adds people of whom it makes an entry
 * @param modifies people whose entry it changes
 * @param unchanged how many entries stay as they are
 * @param deletes people whose entry it removes
 * @param deletesAtMost how many entries it removes if everything it is not certain of goes too
 * @param skips people it leaves out
 * @param unknown how many people are ambiguous
 */
public record RehearsedSync(
        String sync,
        String when,
        boolean bound,
        List<RehearsedPerson> adds,
        List<RehearsedPerson> modifies,
        int unchanged,
        List<RehearsedPerson> deletes,
        int deletesAtMost,
        List<RehearsedPerson> skips,
        int unknown)
        implements Answer {

    public RehearsedSync {
        adds = List.copyOf(adds);
        modifies = List.copyOf(modifies);
        deletes = List.copyOf(deletes);
        skips = List.copyOf(skips);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sync", sync);
        fields.put("when", when);
        fields.put("certainty", bound ? "at most" : "by the files");
        fields.put("adds", adds.size());
        fields.put("modifies", modifies.size());
        fields.put("unchanged", unchanged);
        fields.put("deletes", deletes.size());
        fields.put("deletesAtMost", deletesAtMost);
        fields.put("skips", skips.size());
        fields.put("unknown", unknown);
        Map<String, Object> people = new LinkedHashMap<>();
        people.put("adds", data(adds));
        people.put("modifies", data(modifies));
        people.put("deletes", data(deletes));
        people.put("skips", data(skips));
        fields.put("people", people);
        return fields;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "sync", "when", "certainty", "adds", "modifies", "unchanged", "deletes", "deletesAtMost", "skips"));
        if (unknown > 0) {
            columns.add("unknown");
        }
        return columns;
    }

    private static List<Map<String, Object>> data(List<RehearsedPerson> people) {
        return people.stream().map(Answer::fields).toList();
    }
}
