package dirsh.command;

/**
 * A line a user could type and what it prints; every one is run as a test.
 *
 * @param line the command line
 * @param over the sample book that is open, by its file name in the test fixtures; empty for none
 * @param gives the exact table output; empty where only success is checked
 */
public record Example(String line, String over, String gives) {}
