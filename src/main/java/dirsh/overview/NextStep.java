package dirsh.overview;

import dirsh.model.Answer;
import dirsh.model.Counted;
import dirsh.repair.InExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something to do, and what to type for it.
 *
 * @param what in a sentence
 * @param command a line for the shell; empty where there is none
 */
public record NextStep(String what, String command) implements Answer {

    static List<NextStep> of(Overview overview) {
        List<NextStep> steps = new ArrayList<>();
        if (overview.exchange().isEmpty()) {
            steps.add(new NextStep(
                    "Open an export of the recipients: without it nobody knows who is at risk and who is missing.",
                    "exchange recipients.csv"));
        }
        int atRisk = overview.count(Standing.AT_RISK);
        if (atRisk > 0) {
            steps.add(new NextStep(
                    "Repair " + Counted.of(atRisk, "person", "people")
                            + " at risk first, then run an update sync. Run no full reload before.",
                    "plan --at-risk --save at-risk.json; apply at-risk.json"));
        }
        int offered = overview.count(RepairOutlook.OFFERED);
        if (offered > 0) {
            steps.add(new NextStep(
                    "Repair " + Counted.of(offered, "document")
                            + " in which all stored evidence means Yes"
                            + (atRisk > 0 ? "; those at risk may be among them." : "."),
                    "diagnose | plan --save repairs.json; apply repairs.json"));
        }
        int decisions = overview.count(RepairOutlook.DECISION);
        if (decisions > 0) {
            steps.add(new NextStep(
                    "Decide about " + Counted.of(decisions, "document")
                            + " whose evidence does not agree, or who may be left out on purpose.",
                    "why NAME; plan --person NAME"));
        }
        int others = overview.count(RepairOutlook.NO);
        if (others > 0) {
            steps.add(new NextStep(
                    "Look at " + Counted.of(others, "document")
                            + " that setting the flag does not repair; the cause says what is in the way.",
                    "why NAME"));
        }
        long waiting = overview.people().stream()
                .filter(person -> person.standing() == Standing.REPAIRED && person.inExchange() == InExchange.NO)
                .count();
        if (waiting > 0) {
            steps.add(new NextStep(
                    "Run an update sync for " + Counted.of(waiting, "repaired person", "repaired people")
                            + " not yet in Exchange, export the recipients again and verify.",
                    "exchange NEWFILE; verify"));
        }
        return steps;
    }

    /** Both on one line. */
    String line() {
        return command.isEmpty() ? what : what + " " + command;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", what);
        fields.put("command", command);
        return fields;
    }
}
