package com.mindoo.domino.jna.constants;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public enum AclLevel {}
