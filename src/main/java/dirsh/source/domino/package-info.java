/**
 * Address books on Domino servers and in Notes clients, read and repaired through Domino JNA.
 *
 * <pre>
 * Domino (the door) --open--> DominoBook --scan--> NoteSearch --> NoteReading --> Note
 *    |                           +-------writer--> NoteWriter --> NSFNoteUpdate, never forced
 *    +-- NotesThread: everything native runs on this one thread
 * without native calls: DominoAddress, NotesInstallation, NotesFailure, Replica, SummaryColumns, ItemValues, ItemImageText
 * </pre>
 *
 * <p>The library is not part of the default build: this package is compiled against the signatures in
 * {@code src/signatures/java}. Nothing of it is loaded before somebody opens a live book.
 */
@NullMarked
package dirsh.source.domino;

import org.jspecify.annotations.NullMarked;
