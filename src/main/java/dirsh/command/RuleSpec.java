package dirsh.command;

import dirsh.model.Person;
import java.util.List;

/**
 * The declaration of a check over people that an administrator may want to change.
 *
 * @param id one word in lower case, dashes allowed
 * @param summary one sentence without a full stop
 * @param details paragraphs; may be empty
 * @param examples run as tests
 * @param place where it is declared, as {@code file:line}
 * @param check the work
 */
public record RuleSpec(
        String id, String summary, String details, List<RuleExample> examples, String place, Check check) {

    public RuleSpec {
        examples = List.copyOf(examples);
    }

    /** What a rule does. */
    @FunctionalInterface
    public interface Check {
        /** Looks at all people at once and answers with what it reports, in the order of reporting. */
        List<RuleFinding> over(List<Person> people);
    }
}
