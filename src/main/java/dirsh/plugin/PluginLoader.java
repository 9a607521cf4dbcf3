package dirsh.plugin;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.RuleSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The commands and rules of plugin folders. */
public final class PluginLoader implements CommandRegistry {

    /** The plugins of a distribution and of a user, with the class caches of both. */
    public static PluginLoader of(Path distribution, Path home) {
        return new PluginLoader();
    }

    private PluginLoader() {}

    @Override
    public Optional<CommandSpec> find(String name) {
        return Optional.empty();
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>();
    }

    @Override
    public List<CommandSpec> all() {
        return List.of();
    }

    /** All rules, ordered by id. */
    public List<RuleSpec> rules() {
        return List.of();
    }

    /** What is wrong with plugins, as far as they were read. */
    public List<PluginProblem> problems() {
        return List.of();
    }

    /** The plugins there are. */
    public List<Plugin> plugins() {
        return List.of();
    }

    /** Reads changed files again and gives the names of what changed; a version that fails leaves the old in place. */
    public List<String> reload() {
        return List.of();
    }
}
