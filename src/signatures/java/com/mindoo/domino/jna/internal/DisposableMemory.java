package com.mindoo.domino.jna.internal;

import com.sun.jna.Memory;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class DisposableMemory extends Memory {
    private DisposableMemory() {}

    public native void dispose();
}
