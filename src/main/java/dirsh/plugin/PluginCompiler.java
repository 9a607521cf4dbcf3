package dirsh.plugin;

import dirsh.model.DirshException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The build's step from a folder of plugins to their classes, which spares every user the first compilation. */
public final class PluginCompiler {

    private PluginCompiler() {}

    /**
     * Compiles what changed and removes what is gone.
     *
     * @param args the folder of plugins, which may be absent, and the folder for their classes
     * @throws DirshException naming every file that is broken
     */
    public static void main(String[] args) {
        compile(Path.of(args[0]), Path.of(args[1]));
    }

    static void compile(Path plugins, Path classes) {
        ClassCache cache = ClassCache.ofBuild(classes);
        PluginReader reader = new PluginReader(cache);
        List<PluginFile> files = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Path folder : PluginFolder.entries(plugins, "*")) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            PluginFolder plugin = PluginFolder.at(folder);
            for (Path path : plugin.files()) {
                PluginFile file = plugin.read(path, cache);
                files.add(file);
                try {
                    if (!cache.has(file)) {
                        reader.read(file);
                    }
                } catch (BrokenDeclaration error) {
                    broken.add(error.problem());
                }
            }
        }
        cache.keepOnly(files);
        if (!broken.isEmpty()) {
            throw DirshException.badInput(String.join(System.lineSeparator(), broken), "");
        }
    }
}
