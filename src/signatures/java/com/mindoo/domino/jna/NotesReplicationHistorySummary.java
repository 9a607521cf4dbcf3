package com.mindoo.domino.jna;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesReplicationHistorySummary {
    public native String getServer();

    public native String getFilePath();

    public native NotesTimeDate getReplicationTime();

    public native ReplicationDirection getReplicationDirection();

    public enum ReplicationDirection {}
}
