/**
 * What Exchange holds, as an administrator can hand it over: recipients, and the interface of whatever lists them.
 *
 * <pre>
 * a file or server --RecipientSource--> RecipientSink <-- Recipient (ProxyAddress, Unid from a DirectoryId)
 *                                                     <-- Problem, one per record that could not be read
 * </pre>
 *
 * <p>The readers are in the packages below, one a format, and never see each other. A recipient says which attributes its
 * source carries at all, so that a column that was not exported is not taken for an empty value.
 */
@NullMarked
package dirsh.exchange;

import org.jspecify.annotations.NullMarked;
