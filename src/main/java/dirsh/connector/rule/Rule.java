package dirsh.connector.rule;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;

/**
 * A mapping rule: which tag of the target directory gets which value.
 *
 * @param target the tag of the target directory, as written
 * @param text the right-hand side as written
 * @param expression the right-hand side
 */
public record Rule(String target, String text, Expression expression) {

    /** The characters a rule can have (KB Q180517). */
    public static final int LONGEST = Expression.LONGEST;

    /**
     * Reads a rule.
     *
     * @param line {@code Target = expression}
     * @throws RuleFault with the column, if it is none
     */
    public static Rule parse(String line) {
        return new RuleParser(line).rule();
    }

    /** The target's value for an entry; blanks behind it, as SUBSTR pads with, do not count, which is ours. */
    public String value(RuleValues values) {
        return StringUtils.stripEnd(expression.value(values), " ");
    }

    /** The tags of the source directory it looks at. */
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        expression.addTags(tags);
        return Collections.unmodifiableSet(tags);
    }
}
