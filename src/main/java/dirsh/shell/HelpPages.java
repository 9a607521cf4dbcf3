package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.Suggestions;
import dirsh.diagnose.Cause;
import dirsh.model.DirshException;
import dirsh.model.Page.Section;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The pages of {@code help}, written from the declarations. */
final class HelpPages {

    private final CommandRegistry commands;

    HelpPages(CommandRegistry commands) {
        this.commands = commands;
    }

    /** All commands by group. */
    TextPage overview() {
        Map<String, List<Row>> groups = new TreeMap<>();
        Map<String, Object> data = new LinkedHashMap<>();
        for (CommandSpec spec : commands.all()) {
            data.put(spec.name(), spec.summary());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("command", spec.name());
            row.put("does", spec.summary());
            groups.computeIfAbsent(spec.group(), group -> new ArrayList<>()).add(new Row(row));
        }
        List<Section> sections = new ArrayList<>();
        groups.forEach((group, rows) -> sections.add(Section.table(group, rows)));
        sections.add(Section.lines(
                "",
                List.of(
                        "help COMMAND shows one of them, help CAUSE explains a cause; tour walks through the main job.",
                        "Further topics: " + String.join(", ", HelpTopic.names()) + ".")));
        return new TextPage(data, sections, ExitCode.DONE);
    }

    /**
     * The page of a command, a cause or a topic.
     *
     * @throws DirshException if there is nothing of that name
     */
    TextPage topic(String name) {
        Optional<CommandSpec> spec = commands.find(name);
        if (spec.isPresent()) {
            return command(spec.get());
        }
        Optional<Cause> cause = Cause.of(name);
        if (cause.isPresent()) {
            return CauseHelp.page(cause.get());
        }
        Optional<HelpTopic> topic = HelpTopic.of(name);
        if (topic.isPresent()) {
            return topic(topic.get());
        }
        Optional<FieldWord> word = FieldWord.of(name);
        if (word.isPresent()) {
            return word(word.get());
        }
        TreeSet<String> known = new TreeSet<>(commands.names());
        known.addAll(topics());
        known.addAll(FieldWord.all());
        throw DirshException.badInput(
                "no help on '" + name + "'",
                Suggestions.nearest(name, known).map(near -> "help " + near).orElse("help"));
    }

    /** What {@code help} knows besides commands. */
    static List<String> topics() {
        List<String> topics = new ArrayList<>(HelpTopic.names());
        for (Cause cause : Cause.values()) {
            topics.add(cause.id());
        }
        return topics;
    }

    /** The page of a command or script. */
    TextPage command(CommandSpec spec) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.lines(spec.name() + " - " + spec.summary(), List.of("usage: " + usage(spec))));
        List<String> paragraphs = paragraphs(spec.details());
        if (!paragraphs.isEmpty()) {
            sections.add(Section.lines("", paragraphs));
        }
        List<Row> parameters = new ArrayList<>();
        spec.arguments().forEach(argument -> parameters.add(parameter(shown(argument), argument)));
        CommonOptions.all(spec).forEach(option -> parameters.add(parameter(shownOption(option), option)));
        sections.add(Section.table("", parameters));
        if (spec.takesInput()) {
            sections.add(Section.lines("", List.of("It takes objects from a pipe: ... | " + spec.name())));
        }
        if (!spec.examples().isEmpty()) {
            sections.add(Section.lines(
                    "Examples", spec.examples().stream().map(Example::line).toList()));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("command", spec.name());
        data.put("summary", spec.summary());
        data.put("usage", usage(spec));
        data.put("details", paragraphs);
        data.put("parameters", parameters.stream().map(Row::fields).toList());
        data.put("examples", spec.examples().stream().map(Example::line).toList());
        return new TextPage(data, sections, ExitCode.DONE);
    }

    /** The page a word of the field leads to, below what the word means here. */
    private TextPage word(FieldWord word) {
        TextPage page = topic(word.topic());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.lines(word.toString(), List.of(word.meaning(), "More: help " + word.topic())));
        sections.addAll(page.sections());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("word", word.toString());
        data.put("meaning", word.meaning());
        data.putAll(page.fields());
        return new TextPage(data, sections, ExitCode.DONE);
    }

    private static TextPage topic(HelpTopic topic) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("topic", topic.toString());
        data.put("text", topic.lines());
        return new TextPage(data, List.of(Section.lines(topic.heading(), topic.lines())), ExitCode.DONE);
    }

    private static String usage(CommandSpec spec) {
        StringBuilder usage = new StringBuilder(spec.name());
        for (Parameter argument : spec.arguments()) {
            String shown = shown(argument) + (argument.many() ? "..." : "");
            usage.append(argument.required() ? " " + shown : " [" + shown + "]");
        }
        for (Parameter option : spec.options()) {
            usage.append(option.required() ? " " + shownOption(option) : " [" + shownOption(option) + "]");
        }
        return usage.toString();
    }

    private static Row parameter(String shown, Parameter parameter) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("parameter", shown);
        row.put("help", parameter.help());
        return new Row(row);
    }

    private static String shown(Parameter argument) {
        return argument.name().toUpperCase(Locale.ROOT);
    }

    private static String shownOption(Parameter option) {
        String name = "--" + option.name();
        if (option.kind() == ParameterKind.SWITCH) {
            return name;
        }
        String value = option.choices().isEmpty()
                ? option.kind().word().toUpperCase(Locale.ROOT)
                : String.join("|", option.choices());
        return name + " " + value;
    }

    /** The paragraphs of a text block, each on one line for the renderer to wrap. */
    private static List<String> paragraphs(String details) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : details.stripIndent().strip().split("\\n\\s*\\n", -1)) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.strip().replaceAll("\\s*\\n\\s*", " "));
            }
        }
        return paragraphs;
    }
}
