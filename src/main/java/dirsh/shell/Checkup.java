package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.home.Home;
import dirsh.model.Page.Section;
import dirsh.plugin.PluginLoader;
import dirsh.source.domino.Domino;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The look at the shell's surroundings that {@code doctor} answers with. */
final class Checkup {

    private final Surroundings surroundings;
    private final Home home;
    private final PluginLoader plugins;
    private final CommandRegistry commands;

    Checkup(Surroundings surroundings, Home home, PluginLoader plugins, CommandRegistry commands) {
        this.surroundings = surroundings;
        this.home = home;
        this.plugins = plugins;
        this.commands = commands;
    }

    /** The page; exit code 3 if something is wrong. */
    TextPage page() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dirsh", surroundings.version());
        data.put("java", System.getProperty("java.version", "") + " by " + System.getProperty("java.vendor", ""));
        data.put("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        data.put("installed in", surroundings.root().toString());
        data.put("own folder", home.folder().toString());
        data.put("further jars", surroundings.environment().getOrDefault("DIRSH_CLASSPATH", "none"));
        data.put("terminal", surroundings.terminal() ? "yes" : "no");
        data.put("plugins", plugins.plugins().size());
        data.put("commands", commands.names().size());
        data.putAll(new Domino(surroundings.environment()).checkup());
        List<String> problems = problems();
        List<String> lines = new ArrayList<>();
        data.forEach((name, value) -> lines.add(name + ": " + value));
        data.put("problems", problems);
        return new TextPage(
                data,
                List.of(
                        Section.lines("", lines),
                        Section.lines("", problems.isEmpty() ? List.of("nothing is wrong") : problems)),
                problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED);
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (Files.exists(home.folder()) && !Files.isWritable(home.folder())) {
            problems.add(home.folder() + " cannot be written: plans, runs and history have no place");
        }
        plugins.problems().forEach(problem -> problems.add(problem.toString()));
        return problems;
    }
}
