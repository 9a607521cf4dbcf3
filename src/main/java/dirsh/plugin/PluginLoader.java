package dirsh.plugin;

import dirsh.command.Catalogue;
import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.MappingSpec;
import dirsh.command.ReaderSpec;
import dirsh.command.RuleSpec;
import dirsh.home.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The commands, rules, readers and mappings of plugin folders.
 *
 * <p>A file is compiled and evaluated when its command is asked for. Only what is in no cache is evaluated at once, which
 * reports a broken file at every start and leaves the others working. It may be used from several threads.
 */
public final class PluginLoader implements CommandRegistry, Catalogue {

    private final List<Root> roots;
    private final ClassCache cache;
    private final PluginReader reader;
    private final PluginPins pins;
    private List<String> stamps = List.of();
    private final List<PluginProblem> folderProblems = new ArrayList<>();
    private final List<PluginFolder> folders = new ArrayList<>();
    private final Map<Path, PluginEntry> entries = new LinkedHashMap<>();
    private final Map<String, Map<String, CommandSpec>> provided = new LinkedHashMap<>();

    /**
     * A folder of plugins.
     *
     * @param path may be absent
     * @param checked whether it is loaded only if nobody but its user or root can have written it
     */
    record Root(Path path, boolean checked) {}

    /** The plugins of a distribution and then of a user's home, with the class caches of both. */
    public static PluginLoader of(Path distribution, Path home) {
        return of(distribution, home, false);
    }

    /**
     * The same, on terms.
     *
     * @param locked whether plugins of the home that are new or changed are refused
     */
    public static PluginLoader of(Path distribution, Path home, boolean locked) {
        List<Path> built =
                List.of(distribution.resolve("target/plugin-classes"), distribution.resolve("lib/plugin-classes"));
        return new PluginLoader(
                List.of(new Root(distribution.resolve("plugins"), false), new Root(home.resolve("plugins"), true)),
                ClassCache.ofUser(built, home.resolve("cache/plugins")),
                new PluginPins(new Home(home).pins(), locked));
    }

    PluginLoader(List<Root> roots, ClassCache cache, PluginPins pins) {
        this.roots = List.copyOf(roots);
        this.cache = cache;
        this.pins = pins;
        this.reader = new PluginReader(cache);
        scan();
    }

    @Override
    public synchronized Optional<CommandSpec> find(String name) {
        for (PluginEntry entry : entries.values()) {
            if (entry.declares(name, PluginKind.COMMAND)) {
                return entry.command(reader);
            }
        }
        return provided.values().stream()
                .filter(commands -> commands.containsKey(name))
                .map(commands -> commands.get(name))
                .findFirst();
    }

    @Override
    public synchronized SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        entries.values().stream()
                .filter(entry -> entry.is(PluginKind.COMMAND) && entry.isUsable())
                .forEach(entry -> names.add(entry.name()));
        provided.values().forEach(commands -> names.addAll(commands.keySet()));
        return names;
    }

    @Override
    public synchronized List<CommandSpec> all() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    @Override
    public synchronized List<RuleSpec> rules() {
        return declared(PluginKind.RULE, entry -> entry.rule(reader), RuleSpec::id);
    }

    @Override
    public synchronized List<ReaderSpec> readers() {
        return declared(PluginKind.READER, entry -> entry.flagReader(reader), ReaderSpec::id);
    }

    @Override
    public synchronized List<MappingSpec> mappings() {
        return declared(PluginKind.MAPPING, entry -> entry.mapping(reader), MappingSpec::id);
    }

    private <T> List<T> declared(PluginKind kind, Function<PluginEntry, Optional<T>> spec, Function<T, String> id) {
        Map<String, T> specs = new TreeMap<>();
        for (PluginEntry entry : entries.values()) {
            if (entry.is(kind)) {
                spec.apply(entry).ifPresent(one -> specs.putIfAbsent(id.apply(one), one));
            }
        }
        return List.copyOf(specs.values());
    }

    /** What is wrong with plugins, as far as they were read. */
    public synchronized List<PluginProblem> problems() {
        List<PluginProblem> problems = new ArrayList<>(folderProblems);
        entries.values().forEach(entry -> entry.problem().ifPresent(problems::add));
        return List.copyOf(problems);
    }

    /** The plugins there are. */
    public synchronized List<Plugin> plugins() {
        List<Plugin> plugins = new ArrayList<>();
        for (PluginFolder folder : folders) {
            SortedSet<String> commands = new TreeSet<>(
                    provided.getOrDefault(folder.path().toString(), Map.of()).keySet());
            Map<PluginKind, SortedSet<String>> others = new EnumMap<>(PluginKind.class);
            int broken = 0;
            for (PluginEntry entry : entries.values()) {
                if (entry.isOf(folder)) {
                    broken += entry.problem().isPresent() ? 1 : 0;
                    if (entry.isUsable()) {
                        (entry.is(PluginKind.COMMAND)
                                        ? commands
                                        : others.computeIfAbsent(entry.kind(), unused -> new TreeSet<>()))
                                .add(entry.name());
                    }
                }
            }
            String state = broken == 0 ? "ok" : broken + " broken";
            plugins.add(new Plugin(
                    folder.name(),
                    folder.path().toString(),
                    List.copyOf(commands),
                    names(others, PluginKind.RULE),
                    names(others, PluginKind.READER),
                    names(others, PluginKind.MAPPING),
                    state));
        }
        return plugins;
    }

    private static List<String> names(Map<PluginKind, SortedSet<String>> names, PluginKind kind) {
        return List.copyOf(names.getOrDefault(kind, new TreeSet<>()));
    }

    /** What the user is to be told of plugins that differ from what was loaded before; each once. */
    public synchronized List<String> takeChanges() {
        return pins.takeChanges();
    }

    /** Whether a file or jar came, changed or went since the folders were looked at. */
    public synchronized boolean isStale() {
        return !stamps.equals(stampsNow());
    }

    private List<String> stampsNow() {
        List<String> now = new ArrayList<>();
        for (Root root : roots) {
            for (Path path : PluginFolder.entries(root.path(), "*")) {
                now.addAll(
                        Files.isDirectory(path)
                                ? new PluginFolder(
                                                PluginFile.fileName(path),
                                                path,
                                                getClass().getClassLoader(),
                                                List.of())
                                        .stamps()
                                : List.of(PluginFolder.stamp(path)));
            }
        }
        return now;
    }

    /**
     * Looks at all folders again and gives the names of what came, changed or went, in order.
     *
     * <p>A version that fails is a problem and leaves the one before in place, jars as well as files.
     */
    public synchronized List<String> reload() {
        return scan();
    }

    private List<String> scan() {
        Map<Path, PluginEntry> before = new LinkedHashMap<>(entries);
        Map<Path, PluginFolder> known = new LinkedHashMap<>();
        folders.forEach(folder -> known.put(folder.path(), folder));
        SortedSet<String> changed = new TreeSet<>();
        entries.clear();
        folders.clear();
        folderProblems.clear();
        stamps = stampsNow();
        for (Root root : roots) {
            for (Path path : pluginPaths(root)) {
                PluginFolder old = known.get(path);
                PluginFolder folder = old != null && old.hasItsJars() ? old : withItsJars(root, path, old);
                folders.add(folder);
                scan(folder, root.checked(), before, changed);
                if (!folder.equals(old)) {
                    changed.addAll(provide(folder));
                }
            }
        }
        provided.keySet().removeIf(path -> folders.stream()
                .noneMatch(folder -> folder.path().toString().equals(path)));
        pins.save();
        before.values().stream()
                .filter(entry -> !entries.containsKey(entry.path()))
                .forEach(entry -> changed.add(entry.name()));
        return List.copyOf(changed);
    }

    private void scan(PluginFolder folder, boolean checked, Map<Path, PluginEntry> before, SortedSet<String> changed) {
        for (Path path : folder.files()) {
            if (checked && objects(folder.shown(path), path)) {
                continue;
            }
            try {
                PluginFile file = folder.read(path, cache);
                PluginEntry old = before.get(path);
                if (checked && isRefused(file.shown(), file.source().getBytes(StandardCharsets.UTF_8))) {
                    if (old != null) {
                        old.load(reader);
                        entries.put(path, old);
                    }
                    continue;
                }
                if (old != null && old.isFrom(file)) {
                    entries.put(path, old);
                    continue;
                }
                if (old != null) {
                    // Its text is gone from disk, so this is the last chance should the new one be broken.
                    old.load(reader);
                }
                Optional<PluginEntry> taken = entries.values().stream()
                        .filter(entry -> entry.declares(file.name(), file.kind()))
                        .findFirst();
                if (taken.isPresent()) {
                    problem(
                            file.shown(),
                            "'" + file.name() + "' is already declared by "
                                    + taken.get().shown());
                    continue;
                }
                PluginEntry entry = old == null ? new PluginEntry(file) : old.changedTo(file);
                entries.put(path, entry);
                if (old != null || !cache.has(file)) {
                    entry.load(reader);
                }
                if (entry.problem().isEmpty()) {
                    changed.add(file.name());
                }
            } catch (BrokenDeclaration unreadable) {
                problem(folder.shown(path), unreadable.what());
            }
        }
    }

    /** Takes the commands of a folder's jars instead of those it had; if the jars are broken, the ones it had stay. */
    private SortedSet<String> provide(PluginFolder folder) {
        SortedSet<String> names = new TreeSet<>();
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        Map<String, CommandSpec> old = provided.remove(folder.path().toString());
        try {
            for (CommandSpec command : folder.provided()) {
                if (names().contains(command.name())) {
                    problem(folder.name(), "'" + command.name() + "' is already declared");
                } else {
                    commands.put(command.name(), command);
                    names.add(command.name());
                }
            }
        } catch (BrokenDeclaration broken) {
            problem(folder.name(), broken.what());
            provided.put(folder.path().toString(), old == null ? Map.of() : old);
            return new TreeSet<>();
        }
        if (old != null) {
            names.addAll(old.keySet());
        }
        provided.put(folder.path().toString(), commands);
        return names;
    }

    /** A plugin with its jars as they are now or, if one is broken or refused, as it was, without jars at first. */
    private PluginFolder withItsJars(Root root, Path path, @Nullable PluginFolder old) {
        boolean[] refused = {false};
        try {
            PluginFolder now = PluginFolder.at(path, jar -> {
                String shown = (path.equals(jar) ? "" : PluginFile.fileName(path) + "/") + PluginFile.fileName(jar);
                if (root.checked() && !path.equals(jar) && objects(shown, jar)) {
                    return Optional.empty();
                }
                byte[] content = Files.readAllBytes(jar);
                boolean refuses = root.checked() && isRefused(shown, content);
                refused[0] |= refuses;
                return refuses ? Optional.empty() : Optional.of(content);
            });
            return refused[0] && old != null ? old : now;
        } catch (BrokenDeclaration broken) {
            problem(PluginFile.fileName(path), broken.what());
            return old != null ? old : PluginFolder.at(path, jar -> Optional.empty());
        }
    }

    private boolean isRefused(String shown, byte[] content) {
        Optional<String> objection = pins.objection(shown, content);
        objection.ifPresent(why -> problem(shown, why + "; it is not loaded, since plugins are locked"));
        return objection.isPresent();
    }

    private List<Path> pluginPaths(Root root) {
        if (!Files.isDirectory(root.path())
                || (root.checked() && objects(root.path().toString(), root.path()))) {
            return List.of();
        }
        List<Path> plugins = new ArrayList<>();
        for (Path path : PluginFolder.entries(root.path(), "*")) {
            boolean isPlugin = Files.isDirectory(path) || path.toString().endsWith(".jar");
            if (isPlugin && !(root.checked() && objects(PluginFile.fileName(path), path))) {
                plugins.add(path);
            }
        }
        Collections.sort(plugins);
        return plugins;
    }

    private boolean objects(String shown, Path path) {
        Optional<String> objection = Ownership.objection(path);
        objection.ifPresent(why -> problem(shown, why + "; it is not loaded"));
        return objection.isPresent();
    }

    private void problem(String file, String message) {
        folderProblems.add(new PluginProblem(file, 0, message));
    }
}
