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
import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.home.TemporaryFolder;
import dirsh.model.DirshException;
import dirsh.plugin.Plugin;
import dirsh.plugin.PluginLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
    private final Home home;
    private final PluginLoader loader;
    private final boolean locked;

    /**
     * A check.
     *
     * @param home has the user's plugins
     * @param loader knows them
     * @param locked whether those that are new or changed are refused, in the examples as well
     */
    PluginCheck(Surroundings surroundings, Home home, PluginLoader loader, boolean locked) {
        this.surroundings = surroundings;
        this.home = home;
        this.loader = loader;
        this.locked = locked;
    }

    /** Every example with what came of it, and everything without one. */
    List<CheckedExample> all() {
        List<CheckedExample> checked = new ArrayList<>();
        for (Plugin plugin : loader.plugins()) {
            if (!Path.of(plugin.folder()).startsWith(home.plugins())) {
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
        try (TemporaryFolder folder = TemporaryFolder.of("dirsh-example-")) {
            Home copied = new Home(PrivateFiles.folder(folder.path().resolve("home")));
            copy(home.plugins(), PrivateFiles.folder(copied.plugins()));
            if (Files.isRegularFile(home.pins(), LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(home.pins(), copied.pins(), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Path work = PrivateFiles.folder(folder.path().resolve("work"));
            Path own = Path.of(plugin.folder());
            if (Files.isDirectory(own)) {
                copy(own, work);
            }
            return run(copied, work, example);
        } catch (IOException e) {
            throw DirshException.failed("no room for an example: " + DirshException.reason(e), "df -h", e);
        }
    }

    private String run(Home copied, Path work, Example example) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Host(new Surroundings(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Map.of("DIRSH_HOME", copied.folder().toString()),
                        work,
                        work,
                        surroundings.root(),
                        surroundings.version(),
                        new CurrentWork()))
                .run(arguments((example.over().isEmpty() ? "" : "open " + example.over() + "; ") + example.line()));
        if (ExitCode.ends(code)) {
            String said = err.toString(StandardCharsets.UTF_8).strip();
            return "exit code " + code + ": "
                    + said.lines()
                            .filter(line -> !line.startsWith("opened ") && !line.startsWith("warning: "))
                            .findFirst()
                            .orElse(said);
        }
        String shown = out.toString(StandardCharsets.UTF_8).stripTrailing();
        return example.gives().isEmpty() || shown.equals(example.gives().stripTrailing())
                ? CheckedExample.OK
                : "shows something else:\n" + shown;
    }

    private List<String> arguments(String line) {
        return locked ? List.of("--locked", "-c", line) : List.of("-c", line);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path each : found.filter(path -> !path.equals(from)).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    PrivateFiles.folder(target);
                } else {
                    // As it is, permissions and links: what is not loaded for them here is not loaded there.
                    Files.copy(each, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
