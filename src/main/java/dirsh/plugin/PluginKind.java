package dirsh.plugin;

import java.util.Optional;

/** What a plugin file declares, which its folder tells. */
enum PluginKind {
    COMMAND("", "command"),
    RULE("rules", "rule"),
    READER("readers", "reader"),
    MAPPING("mappings", "mapping");

    private final String folder;
    private final String word;

    PluginKind(String folder, String word) {
        this.folder = folder;
        this.word = word;
    }

    /** The folder below the plugin's own; empty for the plugin's own. */
    String folder() {
        return folder;
    }

    /** The word that declares it. */
    String word() {
        return word;
    }

    /** The kind of the files in a folder of that name. */
    static Optional<PluginKind> inFolder(String name) {
        for (PluginKind kind : values()) {
            if (kind.folder.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
