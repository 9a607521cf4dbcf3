package com.mindoo.domino.jna;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesOriginatorId {
    public native int getSequence();

    public native NotesTimeDate getSequenceTime();
}
