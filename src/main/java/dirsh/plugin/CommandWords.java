package dirsh.plugin;

import dirsh.command.Arguments;
import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.PipeEnds;
import dirsh.command.PipeKind;
import dirsh.command.Session;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a command, and of a script, which differs in what stands around its body. */
final class CommandWords extends DeclarationWords {

    /** The words of a command. */
    static final Map<String, String> OF_COMMAND = words(
            "summary",
            "one sentence without a full stop; required",
            "details",
            "paragraphs for help; line breaks and indentation are taken out",
            "group",
            "the heading under which help lists it; Commands if left out",
            "argument",
            "what stands without a name, in order: its name, then type, help (required), required, many, choices",
            "option",
            "what stands as --name: the same as an argument; a Switch takes no value",
            "input",
            "what comes through a pipe: rows, people, plan, comparison or anything; without it the command takes nothing",
            "output",
            "what goes into the next pipe: rows, people, plan, comparison, page, nothing, or same as what came in; a line that does not fit is refused",
            "quiet",
            "written quiet(): the answer is shown only where -o stands on the command itself",
            "example",
            "a line a user could type; over: a book to open first, gives: exactly what is shown; may repeat",
            "run",
            "{ args, session -> … }: the work; its value is the answer and it never prints; required");

    /** The words of a script. */
    static final Map<String, String> OF_SCRIPT = words(
            "summary",
            "one sentence without a full stop; required",
            "details",
            "paragraphs for help; line breaks and indentation are taken out",
            "argument",
            "what stands without a name, in order: its name, then type, help (required), required, many, choices",
            "option",
            "what stands as --name: the same as an argument; a Switch takes no value",
            "example",
            "a line a user could type; may repeat",
            "run",
            "{ args, session -> … }: the work; its value is the answer, a whole number the exit code; --apply and --yes are options of every script; required");

    private final Body body;
    private @Nullable String summary;
    private String details = "";
    private String group = "Commands";
    private final List<Parameter> arguments = new ArrayList<>();
    private final List<Parameter> options = new ArrayList<>();
    private PipeKind takes = PipeKind.NOTHING;
    private PipeKind gives = PipeKind.ANYTHING;
    private boolean quiet;
    private final List<Example> examples = new ArrayList<>();
    /** Not called {@code run}: Groovy takes a field with a closure for a method, and would call it for the word. */
    private @Nullable Closure<?> behindRun;

    /** How the closure behind {@code run} is called. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object call(Closure<?> run, Arguments arguments, Session session);
    }

    private CommandWords(String what, Map<String, String> words, SourceFile file, Body body) {
        super(what, words, file);
        this.body = body;
    }

    static CommandWords ofCommand(SourceFile file, Body body) {
        return new CommandWords("a command", OF_COMMAND, file, body);
    }

    static CommandWords ofScript(SourceFile file, Body body) {
        return new CommandWords("a script", OF_SCRIPT, file, body);
    }

    /** Reads a declaration that begins on the line at work. */
    CommandSpec declare(String name, Closure<?> declaration) {
        int line = file().line();
        if (!checkedName(name).equals(file().nameWithoutEnding())) {
            throw file().broken("the file is called " + file().name() + ", but declares '" + name + "'");
        }
        read(declaration);
        Closure<?> work = needed(behindRun, "run { … }", line);
        return new CommandSpec(
                name,
                group,
                needed(summary, "summary", line),
                details,
                arguments,
                options,
                new PipeEnds(takes, gives),
                quiet,
                examples,
                file().place(line),
                (values, session) -> body.call(work, values, session));
    }

    @Override
    void take(Call call) {
        switch (call.word()) {
            case "summary" -> summary = call.takes().text();
            case "details" -> details = call.takes().block();
            case "group" -> group = call.takes().text();
            case "argument" -> arguments.add(argument(call));
            case "option" -> options.add(parameter(call));
            case "input" -> takes = pipeKind(call);
            case "output" -> gives = pipeKind(call);
            case "quiet" -> quiet = true;
            case "example" -> {
                call.takes("over", "gives");
                examples.add(new Example(call.text(), call.named("over"), Call.unindented(call.named("gives"))));
            }
            case "run" -> behindRun = call.takes().closure();
            default -> throw new IllegalStateException(call.word());
        }
    }

    private PipeKind pipeKind(Call call) {
        String word = call.takes().text();
        return PipeKind.of(word).orElseThrow(() -> file().broken(call.word() + " has no kind '" + word
                + "'; the kinds are "
                + Arrays.stream(PipeKind.values()).map(PipeKind::word).collect(Collectors.joining(", "))));
    }

    private Parameter argument(Call call) {
        Parameter argument = parameter(call);
        if (argument.kind() == ParameterKind.SWITCH) {
            throw file().broken("argument '" + argument.name() + "' cannot be a switch; make it an option");
        }
        if (arguments.stream().anyMatch(Parameter::many)) {
            throw file().broken("argument '" + argument.name() + "' gets nothing: the one before takes all the rest");
        }
        if (argument.required() && arguments.stream().anyMatch(before -> !before.required())) {
            throw file().broken("argument '" + argument.name() + "' is required, but one before it is not");
        }
        return argument;
    }

    private Parameter parameter(Call call) {
        call.takes("type", "help", "required", "many", "choices");
        String name = checkedName(call.text());
        if (Stream.concat(arguments.stream(), options.stream())
                .anyMatch(known -> known.name().equals(name))) {
            throw file().broken("'" + name + "' is declared twice");
        }
        String help = call.named("help");
        if (help.isBlank()) {
            throw file().broken(call.word() + " '" + name + "' needs a help: '…'");
        }
        List<String> choices = call.list("choices").orElse(List.of()).stream()
                .map(String::valueOf)
                .toList();
        Object type = call.named().get("type");
        ParameterKind kind = type == null
                ? choices.isEmpty() ? ParameterKind.TEXT : ParameterKind.CHOICE
                : kind(type).orElseThrow(() -> file().broken("no such type '" + type + "'; the types are " + types()));
        if ((kind == ParameterKind.CHOICE) == choices.isEmpty()) {
            throw file().broken("'" + name + "' needs both a type of Choice and choices: ['…', '…'], or neither");
        }
        return new Parameter(name, kind, help, call.isTrue("required"), call.isTrue("many"), choices);
    }
}
