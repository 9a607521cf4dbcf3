package dirsh.command;

import dirsh.diagnose.Diagnoser;
import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.Person;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule says about a person.
 *
 * @param rule the rule's id
 * @param fullName the person
 * @param text what is wrong, in one sentence
 * @param unid the document
 */
public record RuleReport(String rule, String fullName, String text, String unid) implements Answer {

    /** What rules report about the people of a book. */
    static List<RuleReport> of(List<RuleSpec> rules, AddressBook book, Cancellation cancellation) {
        List<Person> people = new ArrayList<>();
        book.scan(Projection.of(Diagnoser.items()), cancellation, note -> {
            if (FormulaSearch.isSought(note, false)) {
                people.add(new Person(note));
            }
        });
        List<RuleReport> reports = new ArrayList<>();
        for (RuleSpec rule : rules) {
            rule.check().over(people).forEach(finding -> reports.add(of(finding)));
        }
        return reports;
    }

    private static RuleReport of(RuleFinding finding) {
        return new RuleReport(
                finding.rule(),
                finding.person().shownName(),
                finding.text(),
                finding.person().note().unid().toString());
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rule);
        fields.put("fullName", fullName);
        fields.put("text", text);
        fields.put("unid", unid);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("rule", "fullName", "text");
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
