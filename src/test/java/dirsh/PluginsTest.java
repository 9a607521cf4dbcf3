package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.CommandSpec;
import dirsh.command.MappingExample;
import dirsh.command.MappingSpec;
import dirsh.command.Parameter;
import dirsh.command.ReaderExample;
import dirsh.command.ReaderSpec;
import dirsh.command.RuleExample;
import dirsh.command.RuleSpec;
import dirsh.compare.ComparedAttribute;
import dirsh.plugin.Declarations;
import dirsh.plugin.PluginLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins and scripts that come with dirsh are declared as their authors are told to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginsTest {

    private static final Path PLUGINS = Workplace.ROOT.resolve("plugins");
    private static final Path SCRIPTS = Workplace.ROOT.resolve("scripts");
    private static final Pattern PRINTS = Pattern.compile("\\b(print|println|printf)\\b|\\bSystem\\.(out|err)\\b");

    /** The options that the command line promises. */
    private static final Map<String, List<String>> PROMISED = Map.ofEntries(
            Map.entry("open", List.of("as")),
            Map.entry("exchange", List.of("as", "partial")),
            Map.entry("diagnose", List.of("cause", "groups", "in", "reader", "flag", "since", "origin")),
            Map.entry("compare", List.of("attributes", "mapping", "since", "in")),
            Map.entry(
                    "plan",
                    List.of(
                            "cause",
                            "where",
                            "missing-in-exchange",
                            "at-risk",
                            "limit",
                            "mode",
                            "systematic",
                            "save",
                            "show",
                            "replicas",
                            "groups",
                            "in")),
            Map.entry("apply", List.of("yes", "pilot")),
            Map.entry("verify", List.of("close", "log")),
            Map.entry("kit", List.of("undo")),
            Map.entry("undo", List.of("yes")),
            Map.entry("resume", List.of("yes")),
            Map.entry("runs", List.of("unfinished")),
            Map.entry("status", List.of("log", "in")),
            Map.entry("triage", List.of("log", "in")),
            Map.entry("log", List.of()),
            Map.entry("find", List.of("items", "groups", "in")),
            Map.entry("show", List.of("in")),
            Map.entry("snapshot", List.of("in")),
            Map.entry("replicas", List.of("by", "groups", "all", "in")),
            Map.entry("why", List.of("in")),
            Map.entry("rehearse", List.of("compare", "save", "in")),
            Map.entry("sample", List.of("people", "seed")));

    @TempDir
    private Path home;

    private PluginLoader loader;

    @BeforeEach
    void load() {
        loader = PluginLoader.of(Workplace.ROOT, home);
    }

    @Test
    void every_file_declares_what_it_is_called() throws IOException {
        assertThat(loader.all()).extracting(CommandSpec::name).containsExactlyElementsOf(names(PLUGINS, 2));
        assertThat(loader.rules()).extracting(RuleSpec::id).containsExactlyElementsOf(names("rules"));
        assertThat(loader.readers()).extracting(ReaderSpec::id).containsExactlyElementsOf(names("readers"));
        assertThat(loader.mappings()).extracting(MappingSpec::id).containsExactlyElementsOf(names("mappings"));
        assertThat(Declarations.ofScripts(SCRIPTS))
                .extracting(CommandSpec::name)
                .containsExactlyElementsOf(names(SCRIPTS, 1));
        assertThat(loader.problems()).isEmpty();
    }

    @Test
    void everything_has_a_summary_and_an_example() {
        commandsAndScripts().forEach(command -> {
            checkSummary(command.place(), command.summary());
            assertThat(command.details()).as(command.place()).isNotBlank();
            assertThat(command.examples()).as(command.place()).isNotEmpty();
        });
        loader.rules().forEach(rule -> {
            checkSummary(rule.place(), rule.summary());
            assertThat(rule.examples()).as(rule.place()).isNotEmpty();
        });
    }

    @Test
    void readers_and_mappings_have_a_summary_and_an_example() {
        loader.readers().forEach(reader -> {
            checkSummary(reader.place(), reader.summary());
            assertThat(reader.details()).as(reader.place()).isNotBlank();
            assertThat(reader.examples()).as(reader.place()).isNotEmpty();
        });
        loader.mappings().forEach(mapping -> {
            checkSummary(mapping.place(), mapping.summary());
            assertThat(mapping.details()).as(mapping.place()).isNotBlank();
            assertThat(mapping.examples()).as(mapping.place()).isNotEmpty();
        });
    }

    @Test
    void readers_read_what_their_examples_say() {
        for (ReaderSpec reader : loader.readers()) {
            for (ReaderExample example : reader.examples()) {
                assertThat(reader.reader(Optional.empty()).read(example.note()).toString())
                        .as(reader.place() + ": " + example.text())
                        .isEqualTo(example.reads());
            }
        }
    }

    @Test
    void mappings_give_what_their_examples_say() {
        for (MappingSpec mapping : loader.mappings()) {
            for (MappingExample example : mapping.examples()) {
                assertThat(mapping.values(example.person()))
                        .as(mapping.place() + ": " + example.text())
                        .containsAllEntriesOf(example.gives());
            }
        }
    }

    @Test
    void the_usual_mapping_is_the_one_built_in() {
        MappingSpec usual = loader.mappings().get(0);
        assertThat(usual.defaults()).isEqualTo(ComparedAttribute.DEFAULTS);
        assertThat(usual.all()).isEqualTo(ComparedAttribute.ALL);
    }

    private static void checkSummary(String place, String summary) {
        assertThat(summary).as(place).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    }

    @Test
    void every_parameter_has_help() {
        commandsAndScripts().forEach(command -> {
            for (Parameter parameter : parameters(command)) {
                assertThat(parameter.help())
                        .as(command.place() + " " + parameter.name())
                        .isNotBlank()
                        .doesNotContain("\n");
            }
        });
    }

    @Test
    void no_plugin_prints() throws IOException {
        for (int depth : List.of(2, 3)) {
            for (Path file : files(PLUGINS, depth)) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(PRINTS);
            }
        }
    }

    @Test
    void commands_have_the_options_that_are_promised() {
        PROMISED.forEach((name, options) -> {
            CommandSpec command = loader.find(name).orElseThrow(() -> new AssertionError("no command " + name));
            assertThat(command.options())
                    .as(command.place())
                    .extracting(Parameter::name)
                    .containsAll(options);
        });
        assertThat(Stream.of("plan", "apply").map(name -> loader.find(name).orElseThrow()))
                .allMatch(CommandSpec::takesInput);
    }

    @Test
    void rules_find_what_their_examples_say() {
        for (RuleSpec rule : loader.rules()) {
            for (RuleExample example : rule.examples()) {
                assertThat(rule.check().over(example.people()))
                        .as(rule.place() + ": " + example.text())
                        .hasSize(example.finds());
            }
        }
    }

    private Stream<CommandSpec> commandsAndScripts() {
        return Stream.concat(loader.all().stream(), Declarations.ofScripts(SCRIPTS).stream());
    }

    private static List<Parameter> parameters(CommandSpec command) {
        List<Parameter> parameters = new ArrayList<>(command.arguments());
        parameters.addAll(command.options());
        return parameters;
    }

    private static List<String> names(Path folder, int depth) throws IOException {
        return files(folder, depth).stream()
                .map(file -> file.getFileName().toString().replace(".groovy", ""))
                .sorted()
                .toList();
    }

    /** The files of one of the folders below a plugin. */
    private static List<String> names(String kind) throws IOException {
        return files(PLUGINS, 3).stream()
                .filter(file -> file.getParent().endsWith(kind))
                .map(file -> file.getFileName().toString().replace(".groovy", ""))
                .sorted()
                .toList();
    }

    /** The Groovy files so many steps below a folder. */
    private static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".groovy")
                            && folder.relativize(file).getNameCount() == depth)
                    .toList();
        }
    }
}
