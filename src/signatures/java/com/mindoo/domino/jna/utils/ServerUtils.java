package com.mindoo.domino.jna.utils;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class ServerUtils {
    public static native String sendConsoleCommand(String server, String command);
}
