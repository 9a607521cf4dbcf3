package com.mindoo.domino.jna;

import java.time.temporal.Temporal;
import java.util.Optional;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesTimeDate {
    public native int[] getInnards();

    public native Optional<Temporal> toTemporal();
}
