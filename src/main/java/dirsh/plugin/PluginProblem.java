package dirsh.plugin;

/**
 * Something wrong with a plugin file, after which the other files are loaded all the same.
 *
 * @param file the file's name, below the plugins folder where it is known
 * @param line 1-based, or 0 where it concerns the file as a whole
 * @param message what is wrong, in one sentence
 */
public record PluginProblem(String file, int line, String message) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
