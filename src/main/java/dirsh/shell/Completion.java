package dirsh.shell;

import dirsh.command.Candidates;
import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.Spelling;
import dirsh.pipe.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What may stand at a place of a line, from the declarations and from the session. */
final class Completion {

    private static final int MOST = 500;

    private final CommandRegistry commands;
    private final Groovy groovy;
    private final Candidates live;
    private final GivenFields given;
    private final FileNames files;

    Completion(CommandRegistry commands, Groovy groovy, Candidates live, GivenFields given, FileNames files) {
        this.commands = commands;
        this.groovy = groovy;
        this.live = live;
        this.given = given;
        this.files = files;
    }

    /**
     * Something that may stand there.
     *
     * @param value the text, without quotes
     * @param help what it is, in a few words; may be empty
     * @param whole false where more is to follow, as after a folder
     */
    record Choice(String value, String help, boolean whole) {
        Choice(String value) {
            this(value, "", true);
        }
    }

    /** The choices in the order to show them. */
    List<Choice> choices(Spot spot) {
        List<Choice> choices =
                switch (spot.wants()) {
                    case COMMAND -> commands(spot.typed(), false);
                    case PIPED_COMMAND -> commands(spot.typed(), true);
                    case OPTION -> options(spot);
                    case VALUE -> values(spot);
                    case GROOVY -> groovy(spot);
                    case NOTHING -> List.<Choice>of();
                    case MEMBER -> part(members(spot));
                };
        return choices.size() > MOST ? choices.subList(0, MOST) : choices;
    }

    private List<Choice> commands(String typed, boolean piped) {
        List<Choice> choices = new ArrayList<>();
        for (String name : commands.names()) {
            if (!name.startsWith(typed)) {
                continue;
            }
            if (!piped) {
                choices.add(new Choice(name));
            } else if (commands.find(name).filter(CommandSpec::takesInput).isPresent()) {
                choices.add(new Choice(name));
            }
        }
        if (!piped && !typed.isEmpty()) {
            groovy.variables().stream()
                    .filter(name -> name.startsWith(typed))
                    .forEach(name -> choices.add(new Choice(name, "", false)));
        }
        return choices;
    }

    private List<Choice> options(Spot spot) {
        CommandSpec spec = spot.spec();
        List<Choice> choices = new ArrayList<>();
        if (spec != null) {
            for (Parameter option : CommonOptions.all(spec)) {
                String name = "--" + option.name();
                if (name.startsWith(spot.typed())) {
                    choices.add(new Choice(name, option.help(), true));
                }
            }
        }
        return choices;
    }

    private List<Choice> values(Spot spot) {
        Parameter parameter = spot.parameter();
        if (parameter == null) {
            return List.of();
        }
        String typed = spot.typed();
        List<Choice> choices =
                switch (parameter.kind()) {
                    case CHOICE -> among(parameter.choices(), typed);
                    case TOPIC -> among(topics(), typed);
                    case FILE, ADDRESS -> files.choices(typed, false);
                    case FOLDER -> files.choices(typed, true);
                    case FORMULA -> part(live.candidates(ParameterKind.ITEM_NAMES, typed));
                    case PLAN -> plans(typed);
                    case BOOK, RECIPIENTS, PERSON, RUN -> whole(live.candidates(parameter.kind(), typed));
                    case ITEM_NAMES, NAMES, CAUSES -> part(live.candidates(parameter.kind(), typed));
                    case FIELDS -> part(fields(spot));
                    case CONDITION -> conditions(spot);
                    case TEXT, COMMAND_LINE, NUMBER, DECIMAL, SWITCH -> List.<Choice>of();
                };
        // Behind the name of an option only its value may stand.
        boolean argument = spot.spec() != null && spot.spec().arguments().contains(parameter);
        return choices.isEmpty() && typed.isEmpty() && argument && spot.owner().isEmpty() ? options(spot) : choices;
    }

    /** Plans by id, then files. */
    private List<Choice> plans(String typed) {
        List<Choice> plans = new ArrayList<>(whole(live.candidates(ParameterKind.PLAN, typed)));
        plans.addAll(files.choices(typed, false));
        return plans;
    }

    private SortedSet<String> topics() {
        TreeSet<String> topics = new TreeSet<>(commands.names());
        topics.addAll(HelpPages.topics());
        topics.addAll(FieldWord.all());
        return topics;
    }

    /** The fields of the rows that come through the pipe and begin so, in any case. */
    private List<String> fields(Spot spot) {
        CommandSpec source = spot.source();
        String typed = spot.typed().toLowerCase(Locale.ROOT);
        return source == null
                ? List.of()
                : given.of(source).stream()
                        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(typed))
                        .toList();
    }

    /** Fields; behind a whole one the operators; behind these the causes there are, where it is a field of causes. */
    private List<Choice> conditions(Spot spot) {
        if (!spot.owner().isEmpty()) {
            return spot.owner().equalsIgnoreCase("cause")
                    ? whole(live.candidates(ParameterKind.CAUSES, spot.typed()))
                    : List.of();
        }
        List<Choice> choices = new ArrayList<>(part(fields(spot)));
        if (choices.stream().anyMatch(choice -> choice.value().equalsIgnoreCase(spot.typed()))) {
            choices.removeIf(choice -> choice.value().equalsIgnoreCase(spot.typed()));
            Condition.signs().forEach(sign -> choices.add(new Choice(spot.typed() + sign, "", false)));
        }
        return choices;
    }

    private List<String> members(Spot spot) {
        CommandSpec source = spot.source();
        boolean piped = spot.owner().startsWith(ClosureScope.PIPED);
        if (!piped) {
            return groovy.members(spot.owner(), spot.typed());
        }
        List<String> fields = source == null ? List.of() : given.of(source);
        if (spot.owner().equals(ClosureScope.PIPED)) {
            return Members.ofList(fields, spot.typed());
        }
        return spot.owner().equals(ClosureScope.PIPED + ClosureScope.ELEMENT)
                ? fields.stream()
                        .filter(field -> field.startsWith(spot.typed()))
                        .toList()
                : List.of();
    }

    /** Names of a command's arguments where one may stand, and then values and functions. */
    private List<Choice> groovy(Spot spot) {
        List<Choice> choices = new ArrayList<>();
        commands.find(Spelling.dashed(spot.owner())).ifPresent(spec -> spec.options().stream()
                .map(option -> new Choice(Spelling.camel(option.name()) + ":", option.help(), true))
                .filter(choice -> choice.value().startsWith(spot.typed()))
                .forEach(choices::add));
        choices.addAll(functions(spot.typed()));
        return choices;
    }

    private List<Choice> functions(String typed) {
        TreeSet<String> names = new TreeSet<>(groovy.variables());
        commands.names().forEach(name -> names.add(Spelling.camel(name)));
        return names.stream()
                .filter(name -> !typed.isEmpty() && name.startsWith(typed))
                .map(name -> new Choice(name, "", false))
                .toList();
    }

    private static List<Choice> among(Iterable<String> words, String typed) {
        List<Choice> choices = new ArrayList<>();
        for (String word : words) {
            if (word.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))) {
                choices.add(new Choice(word));
            }
        }
        return choices;
    }

    private static List<Choice> whole(List<String> values) {
        return values.stream().map(Choice::new).toList();
    }

    /** Values behind which a comma or an operator may follow. */
    private static List<Choice> part(List<String> values) {
        return values.stream().map(value -> new Choice(value, "", false)).toList();
    }
}
