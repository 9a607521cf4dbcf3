package com.mindoo.domino.jna.errors;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotesError(int id, String message) {}

    public native int getId();
}
