package dirsh.plugin;

import java.nio.file.Path;

/**
 * A plugin file as it was read from disk, not compiled yet.
 *
 * @param path where it lies
 * @param plugin the name of the plugin's folder
 * @param kind what it declares
 * @param source its text
 * @param key changes with the text and with everything else its classes depend on
 * @param parent the plugin's class loader
 */
record PluginFile(Path path, String plugin, PluginKind kind, String source, String key, ClassLoader parent) {

    /** What it must declare. */
    String name() {
        return sourceFile().nameWithoutEnding();
    }

    /** The file as it appears in stack traces. */
    SourceFile sourceFile() {
        return new SourceFile(fileName(path));
    }

    /** The path with the plugin's folder, for messages. */
    String shown() {
        return plugin + (kind.folder().isEmpty() ? "/" : "/" + kind.folder() + "/") + fileName(path);
    }

    /** Names the file in the cache, whatever its text. */
    String label() {
        return plugin + (kind.folder().isEmpty() ? "." : "." + kind.folder() + ".") + name();
    }

    static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
