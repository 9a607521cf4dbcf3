package dirsh.plugin;

import dirsh.command.RuleExample;
import dirsh.command.RuleFinding;
import dirsh.command.RuleSpec;
import dirsh.model.Person;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a rule. */
final class RuleWords extends DeclarationWords {

    static final Map<String, String> WORDS = words(
            "summary",
            "one sentence without a full stop; required",
            "details",
            "paragraphs for help; line breaks and indentation are taken out",
            "check",
            "{ people -> … }: looks at everybody; report person, 'what is wrong' names one; required",
            "example",
            "what it shows; over: the items of each person as maps, finds: how many are reported; may repeat");

    private final Script script;
    private @Nullable String summary;
    private String details = "";
    private final List<RuleExample> examples = new ArrayList<>();
    /** Not called {@code check}: Groovy takes a field with a closure for a method, and would call it for the word. */
    private @Nullable Closure<?> behindCheck;

    RuleWords(SourceFile file, Script script) {
        super("a rule", WORDS, file);
        this.script = script;
    }

    /** Reads a declaration that begins on the line at work. */
    RuleSpec declare(String id, Closure<?> declaration) {
        int line = file().line();
        if (!checkedName(id).equals(file().nameWithoutEnding())) {
            throw file().broken("the file is called " + file().name() + ", but declares '" + id + "'");
        }
        read(declaration);
        Closure<?> work = needed(behindCheck, "check { people -> … }", line);
        return new RuleSpec(
                id,
                needed(summary, "summary", line),
                details,
                examples,
                file().place(line),
                people -> findings(id, work, people));
    }

    @Override
    void take(Call call) {
        switch (call.word()) {
            case "summary" -> summary = call.takes().text();
            case "details" -> details = call.takes().block();
            case "check" -> behindCheck = call.takes().closure();
            case "example" -> examples.add(example(call.takes("over", "finds")));
            default -> throw new IllegalStateException(call.word());
        }
    }

    private RuleExample example(Call call) {
        List<Map<String, Object>> over = new ArrayList<>();
        for (Object person : call.list("over").orElse(List.of())) {
            if (!(person instanceof Map<?, ?> items)) {
                throw file().broken("over of example takes a list of people, as in over: [[ShortName: 'jdoe'], …]");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            items.forEach((name, value) -> named.put(String.valueOf(name), value));
            over.add(named);
        }
        if (!(call.named().get("finds") instanceof Integer finds)) {
            throw file().broken("example needs finds: the number of people the rule reports");
        }
        return new RuleExample(call.text(), over, finds);
    }

    private List<RuleFinding> findings(String id, Closure<?> work, List<Person> people) {
        Reports reports = new Reports(id);
        Closure<?> own = work.rehydrate(reports, script, script);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        file().call(own, List.of("report"), people.stream().map(PersonView::new).toList());
        return reports.findings();
    }
}
