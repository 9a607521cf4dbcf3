/**
 * Address books that are NSF files: read by positional reads, without Notes software, and never written.
 *
 * <pre>
 * NsfFile --NsfHeader--> StoredBlock --Superblock--------> BucketList, newest RRV bucket
 *                             |------BucketDescriptors--> RrvBucket list, ItemNames
 *                             +--(none intact) Carving--> BucketList
 * RrvBucket --NoteReferences--> Bucket, slot --NsfNote, ItemTable--> StoredItem
 * StoredItem --ItemDecoder: NonSummaryData, NsfValues, NsfTimes, Lmbcs--> Item --NoteReader--> Note
 * StoredItem --CanonicalRows--> NsfFingerprint
 * </pre>
 *
 * <p>{@link dirsh.source.nsf.NsfBook} is the way in. Every offset and length is checked before it is used; a
 * contradiction is an {@link dirsh.source.nsf.NsfDamage}, which becomes a Problem where the damaged part ends. What the
 * format is, and which part of it is proven, is in {@code src/docs/guide/nsf.md}.
 */
@NullMarked
package dirsh.source.nsf;

import org.jspecify.annotations.NullMarked;
