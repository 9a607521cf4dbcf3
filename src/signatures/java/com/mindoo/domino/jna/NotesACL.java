package com.mindoo.domino.jna;

import java.util.List;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesACL {
    public native String getAdminServer();

    public native NotesACLAccess lookupAccess(String userName);

    public native void free();

    public static class NotesACLAccess {
        public native List<String> getRoles();
    }
}
