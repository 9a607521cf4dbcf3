package com.mindoo.domino.jna;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesViewEntryData {
    public native boolean isDocument();

    public native int getNoteId();

    public native String getUNID();

    public native Object[] getColumnValues();
}
