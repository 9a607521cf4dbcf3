/**
 * Entries as exports and servers list them: attributes by name, with texts as values and no meaning yet.
 *
 * <pre>
 * a file or server --EntrySource, AttributeNames--> EntrySink <-- Entry (texts by slot)
 *                                                             <-- Columns, where there is a header
 *                                                             <-- Problem, one per record that could not be read
 * </pre>
 *
 * <p>The readers are in the packages below, one a format, and never see each other. What an entry stands for is decided
 * where it is used: a recipient in {@code dirsh.exchange}, a document of the directory in {@code dirsh.source.view}.
 */
@NullMarked
package dirsh.entry;

import org.jspecify.annotations.NullMarked;
