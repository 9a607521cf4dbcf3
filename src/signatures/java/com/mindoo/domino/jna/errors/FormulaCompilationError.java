package com.mindoo.domino.jna.errors;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class FormulaCompilationError extends NotesError {
    private static final long serialVersionUID = 1L;

    private FormulaCompilationError() {
        super(0, "");
    }
}
