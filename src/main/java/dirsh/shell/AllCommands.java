package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The shell's own commands and those of plugins; nothing of a plugin takes the name of one of ours. */
final class AllCommands implements CommandRegistry {

    private final Map<String, CommandSpec> own = new LinkedHashMap<>();
    private final Supplier<? extends CommandRegistry> plugins;

    AllCommands(List<CommandSpec> own, Supplier<? extends CommandRegistry> plugins) {
        own.forEach(spec -> this.own.put(spec.name(), spec));
        this.plugins = plugins;
    }

    @Override
    public Optional<CommandSpec> find(String name) {
        CommandSpec ours = own.get(name);
        return ours != null ? Optional.of(ours) : plugins.get().find(name);
    }

    @Override
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(plugins.get().names());
        names.addAll(own.keySet());
        return names;
    }

    @Override
    public List<CommandSpec> all() {
        List<CommandSpec> all = new ArrayList<>(own.values());
        plugins.get().all().stream()
                .filter(spec -> !own.containsKey(spec.name()))
                .forEach(all::add);
        all.sort(Comparator.comparing(CommandSpec::name));
        return all;
    }
}
