/**
 * Texts, keys and ids of a million entries in little room: what may be kept per entry while both sides pass as streams.
 *
 * <pre>
 * text --TextStore--> offset
 * key, number of an entry --KeyTable--> group of all entries with the key
 * UNID --UnidTable--> number of a document
 * </pre>
 *
 * <p>Keys compare as they are, byte by byte; whoever wants more, such as folded case, folds them before. Nothing is ever taken
 * out again.
 */
@NullMarked
package dirsh.packed;

import org.jspecify.annotations.NullMarked;
