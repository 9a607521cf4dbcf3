package dirsh.shell;

import dirsh.command.CurrentWork;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the shell was given by the process it runs in.
 *
 * @param out for results, in UTF-8
 * @param err for everything else
 * @param terminal whether both ends are a terminal
 * @param environment the environment variables
 * @param folder where relative file names begin; the empty path is the process's own folder
 * @param userHome the user's home folder
 * @param root the folder the shell is installed in
 * @param version the shell's own version
 * @param work what a signal cancels
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Path folder,
        Path userHome,
        Path root,
        String version,
        CurrentWork work) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Whether the terminal is to show colours. */
    boolean colour() {
        return terminal && variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
    }

    /** Whether characters beyond ASCII can be seen; a file or a pipe gets them in any case. */
    boolean unicode() {
        if (!terminal) {
            return true;
        }
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (!variable(name).isEmpty()) {
                return variable(name).matches("(?i).*utf-?8.*");
            }
        }
        return false;
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
