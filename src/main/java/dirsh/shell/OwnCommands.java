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
import org.jspecify.annotations.Nullable;

/** The commands that concern the shell itself. */
final class OwnCommands {

    private static final String GROUP = "Shell";

    private final Supplier<HelpPages> help;
    private final Supplier<PluginLoader> plugins;
    private final Supplier<Checkup> checkup;
    private final ShellState state;
    private final Supplier<Watch> watch;

    OwnCommands(
            Supplier<HelpPages> help,
            Supplier<PluginLoader> plugins,
            Supplier<Checkup> checkup,
            ShellState state,
            Supplier<Watch> watch) {
        this.help = help;
        this.plugins = plugins;
        this.checkup = checkup;
        this.state = state;
        this.watch = watch;
    }

    /** Their declarations. */
    List<CommandSpec> all() {
        return List.of(
                helpCommand(),
                watchCommand(),
                plain(
                        "plugins",
                        PipeKind.ROWS,
                        "List the plugins and what is wrong with them",
                        "A plugin is a folder or a jar below plugins.",
                        arguments -> plugins.get().plugins()),
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

    private CommandSpec watchCommand() {
        return new CommandSpec(
                "watch",
                GROUP,
                "Show a command's answer again and again",
                "Ctrl-C ends it. Away from a prompt it runs once, or as often as --times says; the options stand"
                        + " before the command.",
                List.of(new Parameter(
                        "command",
                        ParameterKind.COMMAND_LINE,
                        "a command line, such as status",
                        true,
                        false,
                        List.of())),
                List.of(
                        new Parameter(
                                "every",
                                ParameterKind.DECIMAL,
                                "seconds in between; 2 if left out",
                                false,
                                false,
                                List.of()),
                        new Parameter("times", ParameterKind.NUMBER, "how often to run it", false, false, List.of())),
                PipeEnds.giving(PipeKind.NOTHING),
                true,
                List.of(),
                "built in",
                (arguments, session) -> watch.get().run(arguments));
    }

    /** What a command without parameters does. */
    @FunctionalInterface
    private interface Work {
        @Nullable
        Object run(Arguments arguments);
    }

    private static CommandSpec plain(String name, PipeKind gives, String summary, String details, Work work) {
        return new CommandSpec(
                name,
                GROUP,
                summary,
                details,
                List.of(),
                List.of(),
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
