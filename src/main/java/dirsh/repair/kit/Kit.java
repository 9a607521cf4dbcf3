package dirsh.repair.kit;

import dirsh.model.Counted;
import dirsh.model.Page;
import dirsh.repair.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kit that was written.
 *
 * @param run the run it carries out; empty if there was nothing to do and so no kit was written
 * @param plan the id of its plan
 * @param folder where it is, as the user named it
 * @param documents how many documents the agent changes
 * @param imported how many of them the change file has too
 * @param left planned documents that are not in the kit, with the reasons
 */
public record Kit(String run, String plan, String folder, int documents, int imported, List<Entry> left)
        implements Page {

    private static final int REFUSED = 4;

    public Kit {
        left = List.copyOf(left);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run);
        fields.put("plan", plan);
        fields.put("folder", folder);
        fields.put("documents", documents);
        fields.put("importable", imported);
        fields.put("refused", left.stream().map(Entry::fields).toList());
        fields.put("verified", "not verified on a real Domino");
        return fields;
    }

    /** 4 if planned documents had to be left out. */
    @Override
    public int exitCode() {
        return left.isEmpty() ? 0 : REFUSED;
    }

    @Override
    public List<Section> sections() {
        if (run.isEmpty()) {
            return List.of(Section.lines("", List.of("the plan is empty: no kit was written")));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(documents, "document") + " for the agent repair.lss; " + imported
                + " of them also in changes.dxl, for import.lss");
        if (documents > imported) {
            lines.add(Counted.of(documents - imported, "document needs", "documents need")
                    + " the agent: the importer cannot express them");
        }
        if (!left.isEmpty()) {
            lines.add(Counted.of(left.size(), "planned document is", "planned documents are") + " not in the kit");
        }
        lines.add("not verified on a real Domino: instructions.md says what that means and what to check before");
        lines.add("after the agent ran: open FRESH-EXPORT.dxl; verify " + run + " --log agent-log.csv");
        List<Section> sections = new ArrayList<>();
        sections.add(Section.lines("Kit " + folder + " for plan " + plan + ", run " + run, lines));
        if (!left.isEmpty()) {
            sections.add(Section.table("Not in the kit", left));
        }
        return sections;
    }
}
