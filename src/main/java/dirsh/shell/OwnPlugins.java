package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.model.Page.Section;
import dirsh.plugin.PluginLoader;
import dirsh.plugin.PluginTemplate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The plugins below {@code DIRSH_HOME}: a new one to start from, and the check of those there are. */
final class OwnPlugins {

    private final Surroundings surroundings;
    private final Home home;
    private final Supplier<PluginLoader> plugins;
    private final Supplier<? extends CommandRegistry> commands;
    private final boolean locked;

    OwnPlugins(
            Surroundings surroundings,
            Home home,
            Supplier<PluginLoader> plugins,
            Supplier<? extends CommandRegistry> commands,
            boolean locked) {
        this.surroundings = surroundings;
        this.home = home;
        this.plugins = plugins;
        this.commands = commands;
        this.locked = locked;
    }

    /** Every example of them with what came of it. */
    List<CheckedExample> check() {
        return new PluginCheck(surroundings, home, plugins.get(), locked).all();
    }

    /**
     * Writes a plugin that works and loads it.
     *
     * @throws DirshException if there is a command or a plugin of that name
     */
    TextPage write(String name) {
        if (commands.get().names().contains(name)) {
            throw DirshException.badInput("there is a command '" + name + "' already", "plugin new my-" + name);
        }
        Path folder = PluginTemplate.write(home.plugins(), name);
        plugins.get().reload();
        Path file = folder.resolve(name + ".groovy");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("command", name);
        data.put("file", file.toString());
        return new TextPage(
                data,
                List.of(Section.lines(
                        "",
                        List.of(
                                "the command " + name + " is in",
                                file.toString(),
                                "change it, then run its example: plugins --check"))),
                ExitCode.DONE);
    }
}
