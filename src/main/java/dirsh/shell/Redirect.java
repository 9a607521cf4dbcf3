package dirsh.shell;

/**
 * The file that is to get the result of a command line.
 *
 * @param file as it was typed, without quotes
 * @param append whether it stood behind {@code >>} rather than {@code >}
 */
record Redirect(String file, boolean append) {}
