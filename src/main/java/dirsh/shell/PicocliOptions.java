package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.OptionParser;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.ParsedOptions;
import dirsh.command.Suggestions;
import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The sorting of words by picocli, which nothing else in the shell knows.
 *
 * <p>The answer has {@code output} and {@code help} among its options if they were given, declared or not. Values stay
 * the text they are: no {@code @file}, no {@code ${…}}, no trimming of quotes.
 */
final class PicocliOptions implements OptionParser {

    @Override
    public ParsedOptions parse(CommandSpec spec, List<String> words) {
        CommandLine line = commandLine(spec);
        try {
            ParseResult result = line.parseArgs(words.toArray(String[]::new));
            List<String> positional = result.hasMatchedPositional(0)
                    // Picocli lists the one parameter once for each run of words between options.
                    ? result.matchedPositionals().stream()
                            .distinct()
                            .flatMap(each -> each.stringValues().stream())
                            .toList()
                    : List.of();
            return new ParsedOptions(positional, options(spec, result));
        } catch (ParameterException e) {
            throw DirshException.badInput(problem(spec, e), "help " + spec.name());
        }
    }

    private static CommandLine commandLine(CommandSpec spec) {
        CommandLine.IFactory factory = new PlainFactory();
        CommandLine.Model.CommandSpec model = CommandLine.Model.CommandSpec.wrapWithoutInspection(spec, factory)
                .name(spec.name());
        for (Parameter option : CommonOptions.all(spec)) {
            if (model.findOption("--" + option.name()) == null) {
                model.addOption(option(option));
            }
        }
        model.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..1")
                .type(ArrayList.class)
                .auxiliaryTypes(String.class)
                .build());
        boolean fields = spec.arguments().stream().anyMatch(argument -> argument.kind() == ParameterKind.FIELDS);
        return new CommandLine(model, factory)
                .setUnmatchedOptionsArePositionalParams(fields)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setInterpolateVariables(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setAllowOptionsAsOptionParameters(false);
    }

    private static OptionSpec option(Parameter option) {
        OptionSpec.Builder builder = option.equals(CommonOptions.OUTPUT)
                ? OptionSpec.builder("--" + option.name(), "-o")
                : OptionSpec.builder("--" + option.name());
        if (option.kind() == ParameterKind.SWITCH) {
            return builder.type(boolean.class).arity("0").build();
        }
        return option.many()
                ? builder.type(ArrayList.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .build()
                : builder.type(String.class).arity("1").build();
    }

    private static Map<String, Object> options(CommandSpec spec, ParseResult result) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (Parameter option : CommonOptions.all(spec)) {
            OptionSpec matched = result.matchedOption("--" + option.name());
            if (matched == null) {
                continue;
            }
            List<String> values = new ArrayList<>(matched.stringValues());
            options.put(
                    option.name(),
                    option.kind() == ParameterKind.SWITCH ? true : option.many() ? values : values.get(0));
        }
        return options;
    }

    private static String problem(CommandSpec spec, ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return spec.name() + " has no option " + name
                    + nearest(spec, name)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("");
        }
        if (error instanceof MissingParameterException missing && optionOf(missing) != null) {
            return spec.name() + ": " + optionOf(missing) + " needs a value";
        }
        if (error instanceof OverwrittenOptionException overwritten
                && overwritten.getOverwritten() instanceof OptionSpec option) {
            return spec.name() + ": " + option.longestName() + " is given twice";
        }
        return spec.name() + ": "
                + String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    private static @Nullable String optionOf(MissingParameterException missing) {
        return missing.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(each -> ((OptionSpec) each).longestName())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> nearest(CommandSpec spec, String name) {
        return Suggestions.nearest(
                name,
                CommonOptions.all(spec).stream()
                        .map(option -> "--" + option.name())
                        .toList());
    }

    /** Stands in for picocli's own factory, which loads Groovy to see whether a closure is meant. */
    private static final class PlainFactory implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws ReflectiveOperationException {
            return type.getDeclaredConstructor().newInstance();
        }
    }
}
