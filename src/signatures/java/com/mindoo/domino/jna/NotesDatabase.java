package com.mindoo.domino.jna;

import com.mindoo.domino.jna.constants.AclLevel;
import java.util.List;
import java.util.Set;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesDatabase {
    public NotesDatabase(String server, String path, String asUser) {}

    public native String getTitle();

    public native String getReplicaID();

    public native String getServer();

    public native String getTemplateName();

    public native AccessInfoAndFlags getAccessInfoAndFlags();

    public native NotesACL getACL();

    public native NotesTimeDate[] getLastModifiedTimes();

    public native NotesNote openNoteById(int noteId);

    public native NotesNote openNoteByUnid(String unid);

    public native NotesCollection openCollectionByName(String name);

    public native List<NotesReplicationHistorySummary> getReplicationHistory(Set<ReplicationHistoryFlags> flags);

    public native void recycle();

    public static class AccessInfoAndFlags {
        public native AclLevel getAclLevel();
    }

    public enum ReplicationHistoryFlags {}
}
