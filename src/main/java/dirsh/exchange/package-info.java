/**
 * What Exchange holds, as an administrator can hand it over: recipients, and the interface of whatever lists them.
 *
 * <pre>
 * EntrySource --Recipients (RecipientAttribute, RecipientReading, ListForm)--> RecipientSink <-- Recipient
 *                                                                                             <-- Problem
 * </pre>
 *
 * <p>Files and servers are read by {@code dirsh.entry}; here their entries get a meaning. A recipient says which attributes
 * its source carries at all, so that a column that was not exported is not taken for an empty value.
 */
@NullMarked
package dirsh.exchange;

import org.jspecify.annotations.NullMarked;
