package dirsh.repair;

import dirsh.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A plan as a diff: for each document what is stored now ({@code -}), what will be stored ({@code +}), and the saves.
 *
 * @param plan the plan
 */
public record PlanDiff(Plan plan) implements Page {

    @Override
    public Map<String, Object> fields() {
        return plan.fields();
    }

    @Override
    public int exitCode() {
        return plan.exitCode();
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(plan.summary());
        plan.changes().forEach(change -> sections.add(Section.lines(change.fullName(), lines(change))));
        return sections;
    }

    private List<String> lines(Change change) {
        List<String> lines = new ArrayList<>();
        lines.add("UNID " + change.unid() + ", " + change.cause() + ", sequence " + change.sequence()
                + ", in Exchange: " + change.inExchange());
        add(lines, "- ", change.before().stream().map(KeptItem::shown).toList());
        if (change.after() instanceof Change.Restore restore) {
            add(lines, "+ ", restore.items().stream().map(KeptItem::shown).toList());
            lines.add("saves: as it was");
        } else {
            add(lines, "+ ", List.of(((Change.Yes) change.after()).words()));
            lines.add(plan.mode() == RepairMode.TOGGLE ? "saves: No, Yes" : "saves: Yes");
        }
        return lines;
    }

    private static void add(List<String> lines, String sign, List<String> items) {
        (items.isEmpty() ? List.of("(no item)") : items).forEach(item -> lines.add(sign + item));
    }
}
