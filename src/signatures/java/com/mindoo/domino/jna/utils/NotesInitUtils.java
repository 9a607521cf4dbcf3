package com.mindoo.domino.jna.utils;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesInitUtils {
    public static native void notesInitExtended(String[] arguments);

    public static native void notesTerm();
}
