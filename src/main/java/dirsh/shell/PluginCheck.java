package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.CurrentWork;
import dirsh.command.Example;
import dirsh.command.MappingExample;
import dirsh.command.MappingSpec;
import dirsh.command.ReaderExample;
import dirsh.command.ReaderSpec;
import dirsh.command.RuleExample;
import dirsh.command.RuleSpec;
import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import dirsh.plugin.Plugin;
import dirsh.plugin.PluginLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The run of all examples of the user's own plugins.
 *
 * <p>Each command runs in a temporary folder with copies of the files beside it and a {@code DIRSH_HOME} of its own with the
 * same plugins, so that no example reaches the user's plans, runs or books.
 */
final class PluginCheck {

    private final Surroundings surroundings;
    private final Path plugins;
    private final PluginLoader loader;

    /**
     * A check.
     *
     * @param plugins the folder of the user's plugins
     * @param loader knows them
     */
    PluginCheck(Surroundings surroundings, Path plugins, PluginLoader loader) {
        this.surroundings = surroundings;
        this.plugins = plugins;
        this.loader = loader;
    }

    /** Every example with what came of it, and everything without one. */
    List<CheckedExample> all() {
        List<CheckedExample> checked = new ArrayList<>();
        for (Plugin plugin : loader.plugins()) {
            if (!Path.of(plugin.folder()).startsWith(plugins)) {
                continue;
            }
            for (String name : plugin.commands()) {
                loader.find(name).ifPresent(command -> checked.addAll(commandExamples(plugin, command)));
            }
            loader.rules().stream()
                    .filter(rule -> plugin.rules().contains(rule.id()))
                    .forEach(rule -> checked.addAll(ruleExamples(plugin, rule)));
            loader.readers().stream()
                    .filter(reader -> plugin.readers().contains(reader.id()))
                    .forEach(reader -> checked.addAll(readerExamples(plugin, reader)));
            loader.mappings().stream()
                    .filter(mapping -> plugin.mappings().contains(mapping.id()))
                    .forEach(mapping -> checked.addAll(mappingExamples(plugin, mapping)));
        }
        loader.problems()
                .forEach(problem -> checked.add(new CheckedExample("", problem.file(), "", problem.message())));
        return checked;
    }

    private List<CheckedExample> commandExamples(Plugin plugin, CommandSpec command) {
        List<CheckedExample> checked = new ArrayList<>();
        for (Example example : command.examples()) {
            checked.add(new CheckedExample(plugin.name(), command.name(), example.line(), run(plugin, example)));
        }
        return orNone(plugin, command.name(), checked);
    }

    private static List<CheckedExample> ruleExamples(Plugin plugin, RuleSpec rule) {
        List<CheckedExample> checked = new ArrayList<>();
        for (RuleExample example : rule.examples()) {
            String result =
                    judged(() -> rule.check().over(example.people()).size() + " found", example.finds() + " found");
            checked.add(new CheckedExample(plugin.name(), rule.id(), example.text(), result));
        }
        return orNone(plugin, rule.id(), checked);
    }

    private static List<CheckedExample> readerExamples(Plugin plugin, ReaderSpec reader) {
        List<CheckedExample> checked = new ArrayList<>();
        for (ReaderExample example : reader.examples()) {
            String result = judged(
                    () -> "reads "
                            + reader.reader(Optional.empty())
                                    .read(example.note())
                                    .toString(),
                    "reads " + example.reads());
            checked.add(new CheckedExample(plugin.name(), reader.id(), example.text(), result));
        }
        return orNone(plugin, reader.id(), checked);
    }

    private static List<CheckedExample> mappingExamples(Plugin plugin, MappingSpec mapping) {
        List<CheckedExample> checked = new ArrayList<>();
        for (MappingExample example : mapping.examples()) {
            String result = judged(
                    () -> {
                        Map<String, ?> values = mapping.values(example.person());
                        return "gives all: "
                                + values.entrySet().containsAll(example.gives().entrySet());
                    },
                    "gives all: true");
            checked.add(new CheckedExample(plugin.name(), mapping.id(), example.text(), result));
        }
        return orNone(plugin, mapping.id(), checked);
    }

    /** What an example does. */
    @FunctionalInterface
    private interface Trial {
        String result();
    }

    private static String judged(Trial trial, String expected) {
        try {
            String actual = trial.result();
            return actual.equals(expected) ? CheckedExample.OK : "not " + expected + " but " + actual;
        } catch (DirshException e) {
            return e.problem();
        }
    }

    private static List<CheckedExample> orNone(Plugin plugin, String declared, List<CheckedExample> checked) {
        return checked.isEmpty()
                ? List.of(new CheckedExample(plugin.name(), declared, "", "there is no example"))
                : checked;
    }

    private String run(Plugin plugin, Example example) {
        try {
            Path folder = Files.createTempDirectory("dirsh-example");
            try {
                copy(plugins, PrivateFiles.folder(folder.resolve("home/plugins")));
                Path work = PrivateFiles.folder(folder.resolve("work"));
                Path own = Path.of(plugin.folder());
                if (Files.isDirectory(own)) {
                    copy(own, work);
                }
                return run(folder, work, example);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw DirshException.failed("no room for an example: " + DirshException.reason(e), "df -h", e);
        }
    }

    private String run(Path folder, Path work, Example example) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Host(new Surroundings(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Map.of("DIRSH_HOME", folder.resolve("home").toString()),
                        work,
                        folder,
                        surroundings.root(),
                        surroundings.version(),
                        new CurrentWork()))
                .run(List.of("-c", (example.over().isEmpty() ? "" : "open " + example.over() + "; ") + example.line()));
        if (ExitCode.ends(code)) {
            String said = err.toString(StandardCharsets.UTF_8).strip();
            return "exit code " + code + ": "
                    + said.lines()
                            .filter(line -> !line.startsWith("opened "))
                            .findFirst()
                            .orElse(said);
        }
        String shown = out.toString(StandardCharsets.UTF_8).stripTrailing();
        return example.gives().isEmpty() || shown.equals(example.gives().stripTrailing())
                ? CheckedExample.OK
                : "shows something else:\n" + shown;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path each : found.filter(path -> !path.equals(from)).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    PrivateFiles.folder(target);
                } else {
                    // With its permissions: what is not loaded for them here is not loaded there.
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
