/**
 * The service interface of address books: what a source of notes must be able to do, whatever it is stored in.
 *
 * <pre>
 * SourceAddress --open--> AddressBook --scan(Projection)--> notes and Problems
 *                              |------read(Unid)----------> Note
 *                              +------writer(Overlay)-----> BookWriter --save(NoteEdit)--> Note
 * </pre>
 *
 * <p>{@link dirsh.source.MemoryBook} is the book for tests and scripts. The adapters are in the packages below and
 * never see each other. Only {@code dirsh.repair} asks for a writer.
 */
@NullMarked
package dirsh.source;

import org.jspecify.annotations.NullMarked;
