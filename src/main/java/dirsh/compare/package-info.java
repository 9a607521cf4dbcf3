/**
 * The address book against the recipients: who is matched, missing, unexpected or different, and why.
 *
 * <pre>
 * RecipientSource --RecipientIndex (KeyTable, TextStore)--+
 * Person, Finding of each book -----> Comparer (PersonTable, Duplicates) --Pairing, by MatchKey--> Comparison
 * Comparison, findings, Outlook (KnownFiles, Documents) --SyncScript--> Rehearsal (counts; people when asked for)
 * Rehearsal kept in a file, Comparison of a newer export -> RehearsalOutcome
 * Comparison, times of the documents -> Calibration (causes that are refuted here)
 * Note, Verdict --> Snapshot kept in a file; the book later --SnapshotComparison--> SnapshotChange
 * </pre>
 *
 * <p>Both sides are read as streams; what stays per entry is a few numbers and short texts, packed into byte arrays. Nobody
 * is paired by chance, and the result does not depend on the order of either side.
 */
@NullMarked
package dirsh.compare;

import org.jspecify.annotations.NullMarked;
