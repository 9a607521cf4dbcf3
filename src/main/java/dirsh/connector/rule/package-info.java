/**
 * The language of the connector's mapping rules: string expressions over the tags of a directory entry (KB Q180517).
 *
 * <pre>
 * text of a rule --RuleParser--> Rule (target, Expression: texts, tags, calls of RuleFunction) --RuleValues--> text
 * </pre>
 *
 * <p>Nothing here loops or nests beyond fixed bounds, whatever the text.
 */
@NullMarked
package dirsh.connector.rule;

import org.jspecify.annotations.NullMarked;
