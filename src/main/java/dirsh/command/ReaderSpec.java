package dirsh.command;

import dirsh.connector.FlagReader;
import dirsh.connector.ItemReader;
import dirsh.diagnose.FormulaReader;
import dirsh.formula.Formula;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The declaration of somebody who reads the flag: the Exchange connector, or another product that syncs.
 *
 * @param id one word in lower case, dashes allowed
 * @param summary one sentence without a full stop
 * @param details paragraphs; may be empty
 * @param item the item it reads
 * @param reads how: one of {@link #WAYS}
 * @param formula the selection formula of a reader that has one; empty if none
 * @param yes the values that mean Yes
 * @param no the values that mean No; every other value counts as No too
 * @param blank what no value at all means: {@code yes} or {@code no}
 * @param kinds the kinds of document it takes, such as {@code person}
 * @param keys what it joins people by, the strongest first
 * @param vanished what it does with people who vanish or turn to No
 * @param examples run as tests
 * @param place where it is declared, as {@code file:line}
 */
public record ReaderSpec(
        String id,
        String summary,
        String details,
        String item,
        String reads,
        String formula,
        List<String> yes,
        List<String> no,
        String blank,
        List<String> kinds,
        List<String> keys,
        String vanished,
        List<ReaderExample> examples,
        String place)
        implements Answer {

    /** The ways a reader can read. */
    public static final List<String> WAYS = List.of("connector", "summary", "first-item", "view", "ldap", "formula");

    public ReaderSpec {
        yes = List.copyOf(yes);
        no = List.copyOf(no);
        kinds = List.copyOf(kinds);
        keys = List.copyOf(keys);
        examples = List.copyOf(examples);
    }

    /** What is wrong with a formula, in one line; empty if nothing is. */
    public static Optional<String> objection(String formula) {
        try {
            Formula.parse(formula);
            return Optional.empty();
        } catch (DirshException wrong) {
            return wrong.problem().lines().findFirst();
        }
    }

    /**
     * The reader itself.
     *
     * @param given a formula that counts instead of the declared one
     * @throws DirshException if it reads by formula and has none
     */
    public FlagReader reader(Optional<Formula> given) {
        if (given.isPresent() && !reads.equals("formula")) {
            throw DirshException.badInput(
                    "the reader " + id + " reads by no formula", "diagnose --reader formula --formula 'SELECT @All'");
        }
        if (reads.equals("connector")) {
            return FlagReader.CONNECTOR;
        }
        if (reads.equals("formula")) {
            Optional<Formula> own = formula.isBlank() ? Optional.empty() : Optional.of(Formula.parse(formula));
            return new FormulaReader(
                    id,
                    given.or(() -> own)
                            .orElseThrow(() -> DirshException.badInput(
                                    "the reader " + id + " needs a selection formula",
                                    "diagnose --reader " + id + " --formula 'SELECT Type=\"Person\"'")));
        }
        ItemReader.Way way =
                ItemReader.Way.valueOf(reads.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new ItemReader(id, item, way, yes, blank.equals("yes"));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("reads", reads);
        fields.put("item", item);
        fields.put("yes", yes);
        fields.put("no", no);
        fields.put("blank", blank);
        fields.put("kinds", kinds);
        fields.put("keys", keys);
        fields.put("vanished", vanished);
        fields.put("summary", summary);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("id", "reads", "item", "yes", "blank", "summary");
    }
}
