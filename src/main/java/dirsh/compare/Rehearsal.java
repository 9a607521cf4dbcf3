package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the next sync would do.
 *
 * @param rows an update sync and a full reload, each now and after the plan
 * @param lists the distribution lists that would lose members, each with the members it loses by a full reload now
 * @param notKnown what that does not tell, in sentences
 */
public record Rehearsal(List<RehearsedSync> rows, List<LosingList> lists, List<String> notKnown) implements Page {

    /** The words for the two kinds of sync and the two times. */
    public static final String UPDATE = "update";

    public static final String FULL_RELOAD = "full reload";
    public static final String NOW = "now";
    public static final String AFTER = "after the plan";

    /**
     * A distribution list that would lose members.
     *
     * @param list its display name
     * @param loses the full names of the members
     */
    public record LosingList(String list, List<String> loses) implements Answer {
        public LosingList {
            loses = List.copyOf(loses);
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("list", list);
            fields.put("loses", loses);
            return fields;
        }
    }

    public Rehearsal {
        rows = List.copyOf(rows);
        lists = List.copyOf(lists);
        notKnown = List.copyOf(notKnown);
    }

    /**
     * Rehearses a sync.
     *
     * @param comparison how things are
     * @param findings everybody of the book with a cause
     * @param outlook what else is known
     */
    public static Rehearsal of(Comparison comparison, List<Finding> findings, Outlook outlook) {
        SyncScript script = new SyncScript(comparison, findings, outlook);
        RehearsedSync update = script.row(UPDATE, NOW);
        RehearsedSync updateAfter = script.row(UPDATE, AFTER);
        RehearsedSync reload = script.row(FULL_RELOAD, NOW);
        return new Rehearsal(
                List.of(update, updateAfter, reload, script.row(FULL_RELOAD, AFTER)),
                outlook.lists().isEmpty() ? List.of() : LosingMembers.of(reload.deletes(), outlook),
                NotKnown.sentences(comparison, outlook, update, updateAfter));
    }

    /** The row of a sync at a time. */
    public RehearsedSync row(String sync, String when) {
        return rows.stream()
                .filter(row -> row.sync().equals(sync) && row.when().equals(when))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(sync + " " + when));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", rows.stream().map(Answer::fields).toList());
        fields.put("lists", lists.stream().map(Answer::fields).toList());
        fields.put("notKnown", notKnown);
        return fields;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.table("The next sync", rows));
        if (!lists.isEmpty()) {
            sections.add(Section.table(
                    String.format(Locale.ROOT, "Lists a full reload takes members from (%,d)", lists.size()), lists));
        }
        sections.add(Section.lines("Not known", notKnown));
        return sections;
    }
}
