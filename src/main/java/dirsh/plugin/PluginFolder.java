package dirsh.plugin;

import dirsh.command.CommandProvider;
import dirsh.command.CommandSpec;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * One plugin: a folder with command files, a folder for each other {@link PluginKind} and jars; or a jar beside such folders.
 *
 * @param name the folder's or jar's name
 * @param path where it lies
 * @param loader sees its jars and dirsh
 * @param jars its jars as they were when it was found: their paths, times and lengths
 */
record PluginFolder(String name, Path path, ClassLoader loader, List<String> jars) {

    /** What a jar holds. */
    @FunctionalInterface
    interface JarContent {
        /** Its bytes; empty if it may not be loaded. */
        Optional<byte[]> of(Path jar) throws IOException;
    }

    /**
     * A plugin with all jars of its folder.
     *
     * @throws BrokenDeclaration if one of them cannot be read
     */
    static PluginFolder at(Path path) {
        return at(path, jar -> Optional.of(Files.readAllBytes(jar)));
    }

    /**
     * A plugin with those jars of its folder that may be loaded.
     *
     * @throws BrokenDeclaration if one of them cannot be read
     */
    static PluginFolder at(Path path, JarContent content) {
        String name = PluginFile.fileName(path);
        List<String> jars = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (Path jar : jars(path)) {
            String stamp = stamp(jar);
            try {
                content.of(jar).ifPresent(bytes -> {
                    jars.add(stamp);
                    contents.add(bytes);
                });
            } catch (IOException e) {
                throw new BrokenDeclaration(name, 0, "holds a jar that cannot be read: " + DirshException.reason(e));
            }
        }
        ClassLoader ours = PluginFolder.class.getClassLoader();
        return new PluginFolder(name, path, jars.isEmpty() ? ours : new JarClasses(name, contents, ours), jars);
    }

    /** Whether the jars on disk are still those it was made of. */
    boolean hasItsJars() {
        return stamps(jars(path)).equals(jars);
    }

    private static List<Path> jars(Path path) {
        return Files.isDirectory(path) ? entries(path, "*.jar") : List.of(path);
    }

    private static List<String> stamps(List<Path> files) {
        return files.stream().map(PluginFolder::stamp).toList();
    }

    /** What changes about a file when it is written. */
    static String stamp(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
        } catch (IOException gone) {
            return file + " gone";
        }
    }

    /** What changes when any of its files does, comes or goes. */
    List<String> stamps() {
        List<Path> all = new ArrayList<>(files());
        all.addAll(jars(path));
        return stamps(all);
    }

    /** The command files and, behind them, those of the other kinds. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (PluginKind kind : PluginKind.values()) {
            files.addAll(entries(path.resolve(kind.folder()), "*.groovy"));
        }
        return files;
    }

    /**
     * One of the files as it is on disk now.
     *
     * @throws BrokenDeclaration if it cannot be read
     */
    PluginFile read(Path file, ClassCache cache) {
        PluginKind kind = path.equals(file.getParent())
                ? PluginKind.COMMAND
                : PluginKind.inFolder(PluginFile.fileName(path.relativize(file).getName(0)))
                        .orElse(PluginKind.COMMAND);
        try {
            byte[] bytes = Files.readAllBytes(file);
            String key = cache.key(PluginFile.fileName(file), bytes);
            return new PluginFile(file, name, kind, new String(bytes, StandardCharsets.UTF_8), key, loader);
        } catch (IOException e) {
            throw new BrokenDeclaration(shown(file), 0, "cannot be read: " + e);
        }
    }

    /** A file's path below {@code plugins}, for messages. */
    String shown(Path file) {
        return name + "/" + path.relativize(file).toString().replace('\\', '/');
    }

    /**
     * The commands of the jars.
     *
     * @throws BrokenDeclaration if a jar's provider cannot be loaded
     */
    List<CommandSpec> provided() {
        List<CommandSpec> commands = new ArrayList<>();
        if (jars.isEmpty()) {
            return commands;
        }
        try {
            for (CommandProvider provider : ServiceLoader.load(CommandProvider.class, loader)) {
                // Providers of the class path are not this plugin's.
                if (provider.getClass().getClassLoader() == loader) {
                    commands.addAll(provider.commands());
                }
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError broken) {
            throw new BrokenDeclaration(name, 0, String.valueOf(broken.getMessage()));
        }
        return commands;
    }

    /** What a folder holds under a pattern, in order of names; nothing if it is no folder. */
    static List<Path> entries(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(entries::add);
        } catch (IOException e) {
            throw new BrokenDeclaration(PluginFile.fileName(folder), 0, "cannot be read: " + e);
        }
        Collections.sort(entries);
        return entries;
    }
}
