package dirsh.model;

import org.jspecify.annotations.Nullable;

/**
 * The times in a note's header; null where the source does not know one.
 *
 * @param created second half of the UNID, read as a time
 * @param modified last change in this file
 * @param revised time of the last revision: with UNID and sequence it decides what replicates
 * @param addedToFile when the note came into this file
 */
public record NoteTimes(
        @Nullable NotesTime created,
        @Nullable NotesTime modified,
        @Nullable NotesTime revised,
        @Nullable NotesTime addedToFile) {

    public static final NoteTimes UNKNOWN = new NoteTimes(null, null, null, null);
}
