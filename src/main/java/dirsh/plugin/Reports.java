package dirsh.plugin;

import dirsh.command.RuleFinding;
import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.List;

/** The word {@code report} inside a rule's check, and what it was said of. */
public final class Reports {

    private final String rule;
    private final List<RuleFinding> findings = new ArrayList<>();

    Reports(String rule) {
        this.rule = rule;
    }

    /** Reports a person with what is wrong, in one sentence. */
    public void report(Object person, Object text) {
        if (!(person instanceof PersonView view)) {
            throw DirshException.badInput("report takes a person and a text, as in report person, \"…\"", "");
        }
        findings.add(new RuleFinding(rule, view.person(), String.valueOf(text)));
    }

    List<RuleFinding> findings() {
        return List.copyOf(findings);
    }
}
