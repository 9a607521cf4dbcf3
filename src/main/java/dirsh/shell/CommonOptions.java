package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.report.Format;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options that every command takes. */
final class CommonOptions {

    /** How to show the answer. */
    static final Parameter OUTPUT = new Parameter(
            "output",
            ParameterKind.CHOICE,
            "how to show the answer (short: -o)",
            false,
            false,
            Stream.of(Format.values()).map(Format::toString).toList());

    /** Show the help instead of running. */
    static final Parameter HELP =
            new Parameter("help", ParameterKind.SWITCH, "show this help", false, false, List.of());

    private CommonOptions() {}

    /** The option a command takes under a name as typed, dashes included. */
    static Optional<Parameter> find(CommandSpec spec, String typed) {
        if (typed.equals("-o")) {
            return Optional.of(OUTPUT);
        }
        return all(spec).stream()
                .filter(option -> typed.equals("--" + option.name()))
                .findFirst();
    }

    /** The options of a command, its own first. */
    static List<Parameter> all(CommandSpec spec) {
        return Stream.concat(spec.options().stream(), Stream.of(OUTPUT, HELP)).toList();
    }
}
