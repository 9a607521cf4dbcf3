package dirsh.connector.files;

import dirsh.connector.rule.Rule;
import dirsh.connector.rule.RuleFault;
import dirsh.model.Place;
import dirsh.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Mapnotes.tbl: what the attributes of an Exchange entry are made of (KB Q180517).
 *
 * @param name the file as messages call it
 * @param rules in the order of the file
 */
public record MappingRules(String name, List<PlacedRule> rules) {

    /**
     * A rule and where it stands.
     *
     * @param line from 1
     */
    public record PlacedRule(Rule rule, int line) {}

    public MappingRules {
        rules = List.copyOf(rules);
    }

    /** Reads the rules; each line that is none is a problem and left out. */
    static MappingRules parse(FileLines file, Consumer<Problem> problems) {
        List<PlacedRule> rules = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            if (!FileLines.says(line)) {
                continue;
            }
            try {
                rules.add(new PlacedRule(Rule.parse(line), i + 1));
            } catch (RuleFault fault) {
                problems.accept(new Problem(Place.line(file.name(), i + 1L, fault.column()), fault.what()));
            }
        }
        return new MappingRules(file.name(), rules);
    }

    /** The rule that fills a tag of the target; the last one counts. Case does not matter. */
    public Optional<Rule> of(String target) {
        Optional<Rule> found = Optional.empty();
        for (PlacedRule placed : rules) {
            if (placed.rule().target().equalsIgnoreCase(target)) {
                found = Optional.of(placed.rule());
            }
        }
        return found;
    }
}
