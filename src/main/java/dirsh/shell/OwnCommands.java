package dirsh.shell;

import dirsh.command.Arguments;
import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.PipeEnds;
import dirsh.command.PipeKind;
import dirsh.model.DirshException;
import dirsh.model.Page.Section;
import dirsh.plugin.PluginLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commands that concern the shell itself. */
final class OwnCommands {

    private static final String GROUP = "Shell";

    private final Supplier<HelpPages> help;
    private final Supplier<PluginLoader> plugins;
    private final OwnPlugins ownPlugins;
    private final Supplier<Checkup> checkup;
    private final ShellState state;
    private final Editor editor;
    private final Tour tour;

    OwnCommands(
            Supplier<HelpPages> help,
            Supplier<PluginLoader> plugins,
            OwnPlugins ownPlugins,
            Supplier<Checkup> checkup,
            ShellState state,
            Editor editor,
            Tour tour) {
        this.help = help;
        this.plugins = plugins;
        this.ownPlugins = ownPlugins;
        this.checkup = checkup;
        this.state = state;
        this.editor = editor;
        this.tour = tour;
    }

    /** Their declarations. */
    List<CommandSpec> all() {
        return List.of(
                helpCommand(),
                editCommand(),
                plain(
                        "tour",
                        PipeKind.NOTHING,
                        "Walk through the main job on a sample directory",
                        "Invented people in a temporary folder, deleted at the end; your own books, plans and runs are not"
                                + " touched. Enter goes on, q or Ctrl-C leaves; without a terminal it runs through.",
                        arguments -> tour.walk()),
                pluginsCommand(),
                pluginCommand(),
                plain(
                        "reload",
                        PipeKind.PAGE,
                        "Read changed plugin files again",
                        "A file that cannot be read leaves the old version in place.",
                        arguments -> reload()),
                plain(
                        "trace",
                        PipeKind.PAGE,
                        "Show the stack of the last error",
                        "For a report to whoever maintains the plugin or the shell.",
                        arguments -> trace()),
                plain(
                        "doctor",
                        PipeKind.PAGE,
                        "Check the surroundings of the shell",
                        "Java, the shell's own folder, the plugins. Nothing is changed.",
                        arguments -> checkup.get().page()),
                plain(
                        "exit",
                        PipeKind.NOTHING,
                        "Leave the shell",
                        "The exit code is that of the command before.",
                        arguments -> leave()),
                plain("quit", PipeKind.NOTHING, "Leave the shell", "The same as exit.", arguments -> leave()));
    }

    private CommandSpec helpCommand() {
        Parameter topic = new Parameter(
                "topic", ParameterKind.TOPIC, "a command, a cause or another topic", false, false, List.of());
        return new CommandSpec(
                "help",
                GROUP,
                "List the commands, or explain one",
                "Without a topic it lists all commands by group.",
                List.of(topic),
                List.of(),
                PipeEnds.giving(PipeKind.PAGE),
                false,
                List.of(),
                "built in",
                (arguments, session) -> {
                    Object name = arguments.get("topic");
                    return name == null ? help.get().overview() : help.get().topic(name.toString());
                });
    }

    private CommandSpec pluginsCommand() {
        Parameter check = new Parameter(
                "check",
                ParameterKind.SWITCH,
                "run the examples of your own plugins and list what came of them",
                false,
                false,
                List.of());
        return declared(
                "plugins",
                PipeKind.ROWS,
                "List the plugins and what is wrong with them",
                "A plugin is a folder or a jar below plugins, or below DIRSH_HOME/plugins for your own.",
                List.of(),
                List.of(check),
                arguments -> arguments.get("check") == Boolean.TRUE
                        ? ownPlugins.check()
                        : plugins.get().plugins());
    }

    private CommandSpec pluginCommand() {
        Parameter action =
                new Parameter("action", ParameterKind.CHOICE, "what to do: new", true, false, List.of("new"));
        Parameter name = new Parameter(
                "name", ParameterKind.TEXT, "the name of the plugin and its command", true, false, List.of());
        return declared(
                "plugin",
                PipeKind.PAGE,
                "Write a plugin of your own to start from",
                "Writes DIRSH_HOME/plugins/NAME: a command with help, an argument and an example, and the people the "
                        + "example is run over by plugins --check.",
                List.of(action, name),
                List.of(),
                arguments -> ownPlugins.write(String.valueOf(arguments.get("name"))));
    }

    private CommandSpec editCommand() {
        Parameter text = new Parameter(
                "text", ParameterKind.TEXT, "what to begin with; the last line if left out", false, true, List.of());
        return new CommandSpec(
                Editor.COMMAND,
                GROUP,
                "Write lines in your editor and run what you save",
                "The editor is $VISUAL or $EDITOR. Nothing is run if nothing was saved.",
                List.of(text),
                List.of(),
                PipeEnds.giving(PipeKind.ANYTHING),
                false,
                List.of(),
                "built in",
                (arguments, session) -> {
                    List<?> given = arguments.get("text") instanceof List<?> words ? words : List.of();
                    String before = given.isEmpty()
                            ? state.lastTyped().orElse("")
                            : given.stream().map(String::valueOf).collect(Collectors.joining(" "));
                    editor.edited(before).ifPresent(state::runNext);
                    return null;
                });
    }

    /** What a command does that needs no session. */
    @FunctionalInterface
    private interface Work {
        @Nullable
        Object run(Arguments arguments);
    }

    private static CommandSpec plain(String name, PipeKind gives, String summary, String details, Work work) {
        return declared(name, gives, summary, details, List.of(), List.of(), work);
    }

    private static CommandSpec declared(
            String name,
            PipeKind gives,
            String summary,
            String details,
            List<Parameter> parameters,
            List<Parameter> options,
            Work work) {
        return new CommandSpec(
                name,
                GROUP,
                summary,
                details,
                parameters,
                options,
                PipeEnds.giving(gives),
                false,
                List.of(),
                "built in",
                (arguments, session) -> work.run(arguments));
    }

    private TextPage reload() {
        List<String> changed = plugins.get().reload();
        List<String> problems =
                plugins.get().problems().stream().map(Object::toString).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reloaded", changed);
        data.put("problems", problems);
        String done = changed.isEmpty() ? "nothing changed" : "read again: " + String.join(", ", changed);
        List<Section> sections = new ArrayList<>(List.of(Section.lines("", List.of(done))));
        if (!problems.isEmpty()) {
            sections.add(Section.lines("Problems", problems));
        }
        return new TextPage(data, sections, problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED);
    }

    private TextPage trace() {
        Throwable error =
                state.lastError().orElseThrow(() -> DirshException.badInput("no command has failed yet", "help"));
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        List<String> lines =
                stack.toString().lines().map(line -> line.replace("\t", "    ")).toList();
        return new TextPage(Map.of("stack", lines), List.of(Section.lines("", lines)), ExitCode.DONE);
    }

    private @Nullable Object leave() {
        state.leave();
        return null;
    }
}
