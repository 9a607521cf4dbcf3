package dirsh.shell;

import dirsh.command.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * One word of a command line and where it stands.
 *
 * @param value the text without the quotes around it; a formula keeps its own
 * @param start where it begins in the text, quote included
 * @param end where it ends
 * @param open whether a quote or bracket of it is never closed
 * @param parameter what it is a value of; null for the name of an option and for what the declaration does not know
 */
record Word(String value, int start, int end, boolean open, @Nullable Parameter parameter) {}
