package com.mindoo.domino.jna.utils;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class IDUtils {
    public static native String getIdUsername();

    public static native String switchToId(String idPath, String password, boolean keepNotesIni);
}
