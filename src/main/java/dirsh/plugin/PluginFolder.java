package dirsh.plugin;

import dirsh.command.CommandProvider;
import dirsh.command.CommandSpec;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * One plugin: a folder with command files, a folder for each other {@link PluginKind} and jars; or a jar beside such folders.
 *
 * @param name the folder's or jar's name
 * @param path where it lies
 * @param loader sees its jars and dirsh
 * @param jars its jars as they were when it was found: their paths, times and lengths
 */
record PluginFolder(String name, Path path, ClassLoader loader, List<String> jars) {

    /** A plugin with all jars of its folder. */
    static PluginFolder at(Path path) {
        return at(path, jar -> true);
    }

    /** A plugin with those jars of its folder that may be loaded. */
    static PluginFolder at(Path path, Predicate<Path> mayLoad) {
        List<Path> jars = jars(path).stream().filter(mayLoad).toList();
        ClassLoader ours = PluginFolder.class.getClassLoader();
        ClassLoader loader = jars.isEmpty()
                ? ours
                : new URLClassLoader(
                        PluginFile.fileName(path),
                        jars.stream().map(PluginFolder::url).toArray(URL[]::new),
                        ours);
        return new PluginFolder(PluginFile.fileName(path), path, loader, stamps(jars));
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

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file without an address", e);
        }
    }
}
