/**
 * What a plugin author sees: the declaration of a command and the session it works in.
 *
 * <pre>
 * CommandSpec (name, help, parameters, examples, body) --Binder--> Arguments --body(Arguments, Session)--> a value
 * Session --books, recipients, engine steps--> results
 * </pre>
 *
 * <p>A command returns a value and never prints. The value is an {@link dirsh.model.Answer}, a list of them, or null.
 */
@NullMarked
package dirsh.command;

import org.jspecify.annotations.NullMarked;
