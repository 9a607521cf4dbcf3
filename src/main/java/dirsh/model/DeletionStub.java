package dirsh.model;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a deleted document so that its deletion replicates: no items, only the id and the stamp.
 *
 * @param unid the document that was deleted
 * @param sequence its sequence number, raised by the deletion
 * @param deleted when; null where the source holds no valid time
 */
public record DeletionStub(Unid unid, int sequence, @Nullable NotesTime deleted) {}
