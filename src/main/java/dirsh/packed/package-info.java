/**
 * Texts, keys and ids of a million entries in little room: what may be kept per entry while both sides pass as streams.
 *
 * <pre>
 * text --TextStore--> offset     numbers --RecordStore--> number of the record
 *           +--------------+--------------+
 *                    PagedBytes: memory --(no Room left)--> ScratchPages: ScratchFile
 * key, number of an entry --KeyTable--> group of all entries with the key
 * UNID --UnidTable (RecordStore, KeyTable)--> number of a document
 * </pre>
 *
 * <p>Only the hashes of a {@link dirsh.packed.KeyTable} always stay in memory, about eleven bytes a key. The keys themselves are
 * among the texts, where an equal hash is proved, so that a key is found exactly.
 *
 * <p>Keys compare as they are, byte by byte; whoever wants more, such as folded case, folds them before. Nothing is ever taken
 * out again.
 */
@NullMarked
package dirsh.packed;

import org.jspecify.annotations.NullMarked;
