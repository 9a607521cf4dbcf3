package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.command.PipeKind;
import dirsh.model.DirshException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The look over a whole line, before its first command runs, whether each stage takes what the one before it gives. */
final class PipeCheck {

    private final CommandRegistry commands;

    PipeCheck(CommandRegistry commands) {
        this.commands = commands;
    }

    /**
     * Checks a line.
     *
     * @throws DirshException of bad input for the first two stages that do not fit
     */
    void check(Line line) {
        List<Stage> stages = line.stages();
        refuseFirst(stages.get(0));
        PipeKind given = gives(stages.get(0), PipeKind.NOTHING);
        for (int i = 1; i < stages.size(); i++) {
            PipeKind taken = takes(stages.get(i));
            if (!taken.takes(given)) {
                throw unfit(stages.get(i - 1), given, stages.get(i), taken);
            }
            given = gives(stages.get(i), given);
        }
        if (line.target().isPresent() && given == PipeKind.NOTHING) {
            throw DirshException.badInput(
                    name(stages.get(stages.size() - 1)) + " gives nothing that could go to a file",
                    "the same without > " + line.target().get().file());
        }
    }

    /** What hands on what came in has nothing to hand on at the beginning. */
    private static void refuseFirst(Stage stage) {
        if (stage instanceof Stage.Call call
                && !help(call)
                && call.spec().pipe().gives() == PipeKind.SAME) {
            throw DirshException.badInput(
                    name(stage) + " takes " + call.spec().pipe().takes().inWords() + " from a pipe, and none comes",
                    example(call).orElse("help " + name(stage)));
        }
    }

    private static boolean help(Stage.Call call) {
        return call.words().contains("--" + CommonOptions.HELP.name());
    }

    private static Optional<String> example(Stage.Call call) {
        return call.spec().examples().stream()
                .map(Example::line)
                .filter(line -> line.contains(" | " + call.spec().name()))
                .findFirst();
    }

    private static PipeKind takes(Stage stage) {
        return stage instanceof Stage.Call call ? call.spec().pipe().takes() : PipeKind.ANYTHING;
    }

    private static PipeKind gives(Stage stage, PipeKind given) {
        if (!(stage instanceof Stage.Call call) || help(call)) {
            return PipeKind.ANYTHING;
        }
        PipeKind gives = call.spec().pipe().gives();
        return gives == PipeKind.SAME ? given : gives;
    }

    private DirshException unfit(Stage before, PipeKind given, Stage stage, PipeKind taken) {
        String name = name(stage);
        if (taken == PipeKind.NOTHING) {
            return DirshException.badInput(name + " takes nothing from a pipe", "help " + name);
        }
        String gives = given == PipeKind.NOTHING
                ? name(before) + " gives nothing"
                : "what comes from " + name(before) + " is " + given.inWords();
        return DirshException.badInput(
                name + " takes " + taken.inWords() + ", but " + gives,
                stage instanceof Stage.Call call ? wayOut(given, call, taken) : name(before) + " --help");
    }

    /** A command to put between the two, or how the second one is meant by its own examples. */
    private String wayOut(PipeKind given, Stage.Call stage, PipeKind taken) {
        String piped = " | " + stage.spec().name();
        Optional<String> between = given == PipeKind.NOTHING
                ? Optional.empty()
                : first(spec -> spec.pipe().gives() == taken
                                && spec.pipe().takes().takes(given))
                        .map(found -> "… | " + found + piped);
        return between.or(() -> example(stage)).orElse("help " + stage.spec().name());
    }

    private Optional<String> first(Predicate<CommandSpec> test) {
        return commands.all().stream().filter(test).map(CommandSpec::name).findFirst();
    }

    private static String name(Stage stage) {
        return stage instanceof Stage.Call call ? call.spec().name() : stage.text();
    }
}
