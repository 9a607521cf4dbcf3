/**
 * The connector's logs: what happened, how often, and to whom.
 *
 * <pre>
 * file --LogFile--> LogEntry, one by one (LogCode: what the number means) --> LogSummary, LogName, PossibleNotes
 * </pre>
 */
@NullMarked
package dirsh.connector.log;

import org.jspecify.annotations.NullMarked;
