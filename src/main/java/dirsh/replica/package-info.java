/**
 * The same documents in several replicas of a directory, or in copies of it: what differs, and which side is healthy.
 *
 * <pre>
 * AddressBook of each replica --Replicas.add--> Holdings (UnidTable; Revision, digest of DocumentContent by book)
 * Holdings that differ --read(Unid)--> documents --> ReplicaDifference (kind, items, healthy sides)
 * </pre>
 *
 * <p>Each book passes once as a stream. What stays is about 60 bytes a document and 30 more for each book; only documents that
 * differ are read again.
 */
@NullMarked
package dirsh.replica;

import org.jspecify.annotations.NullMarked;
