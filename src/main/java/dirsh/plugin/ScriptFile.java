package dirsh.plugin;

import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.Voice;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a script extends: the commands as functions, and the word {@code script}. */
public abstract class ScriptFile extends CommandScript {

    private static final List<Parameter> STANDARD = List.of(
            new Parameter(
                    "apply",
                    ParameterKind.SWITCH,
                    "write what the script plans; else it is only shown",
                    false,
                    false,
                    List.of()),
            new Parameter("yes", ParameterKind.SWITCH, "write without asking", false, false, List.of()));

    private SourceFile file = new SourceFile("");
    private List<String> known = List.of();
    private @Nullable Voice voice;
    private @Nullable CommandSpec declared;

    /** Tells the script where it stands, which names it could mean, and how it speaks. */
    final void at(SourceFile source, List<String> knownNames, Voice speaking) {
        file = source;
        known = knownNames;
        voice = speaking;
    }

    /** Tells the user something beside the results. */
    public void say(Object line) {
        if (voice != null) {
            voice.say(line.toString());
        }
    }

    /** Shows a value among the results. */
    public void display(Object value) {
        if (voice != null) {
            voice.display(value);
        }
    }

    /** The lines of standard input, to its end. */
    public List<String> input() {
        return voice == null ? List.of() : voice.input();
    }

    /** What the file declares; empty for plain statements, whose work is done by then. */
    final Optional<CommandSpec> declared() {
        return Optional.ofNullable(declared);
    }

    /** Declares the file's options and what it does with them. */
    public void script(String name, Closure<?> declaration) {
        if (declared != null) {
            throw file.broken("a file declares one script");
        }
        CommandWords words = CommandWords.ofScript(
                file,
                (run, arguments, session) -> file.call(run.rehydrate(this, this, this), known, arguments, session));
        declared = withStandardOptions(words.declare(name, declaration));
    }

    @Override
    @Nullable
    Object inherited(String name, Object[] values) {
        if (name.equals("script") && !(values.length == 2 && values[1] instanceof Closure)) {
            throw file.broken("script takes a name and a declaration, as in script('…') { … }");
        }
        return super.inherited(name, values);
    }

    private static CommandSpec withStandardOptions(CommandSpec spec) {
        List<Parameter> options = new ArrayList<>(spec.options());
        for (Parameter standard : STANDARD) {
            if (options.stream().noneMatch(option -> option.name().equals(standard.name()))) {
                options.add(standard);
            }
        }
        return new CommandSpec(
                spec.name(),
                spec.group(),
                spec.summary(),
                spec.details(),
                spec.arguments(),
                options,
                spec.pipe(),
                spec.quiet(),
                spec.examples(),
                spec.place(),
                spec.body());
    }
}
