package dirsh.command;

import dirsh.model.Answer;
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

    static RuleReport of(RuleFinding finding) {
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
