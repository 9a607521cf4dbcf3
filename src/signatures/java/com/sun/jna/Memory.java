package com.sun.jna;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class Memory extends Pointer {}
