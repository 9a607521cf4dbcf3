package com.mindoo.domino.jna.gc;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesGC {
    public static native DominoGCContext initThread();

    public static class DominoGCContext {
        public native void close() throws Exception;
    }
}
