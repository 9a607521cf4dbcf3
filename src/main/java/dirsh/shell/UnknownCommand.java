package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.ParameterKind;
import dirsh.command.Suggestions;
import dirsh.model.DirshException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say of a word that stands where a command should and is none. */
final class UnknownCommand {

    /** Words that begin a Groovy statement without being a value. */
    private static final Set<String> GROOVY = Set.of(
            "abstract",
            "as",
            "assert",
            "async",
            "await",
            "boolean",
            "break",
            "byte",
            "case",
            "char",
            "class",
            "continue",
            "def",
            "defer",
            "do",
            "double",
            "enum",
            "false",
            "final",
            "float",
            "for",
            "if",
            "import",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "package",
            "print",
            "printf",
            "println",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "sleep",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "trait",
            "true",
            "try",
            "use",
            "val",
            "var",
            "void",
            "while",
            "with",
            "yield",
            "_");

    private static final String AFTER_A_COMMAND = "\"'/.~[{(-*@:";

    private static final Pattern OPERATOR_WORD = Pattern.compile("!?(?:in|as|instanceof)\\b");

    private final CommandRegistry commands;

    UnknownCommand(CommandRegistry commands) {
        this.commands = commands;
    }

    /**
     * The error for a Groovy statement that was meant as a command, so that a typing error is answered at once and in
     * the words of the shell.
     *
     * @param variables the values Groovy knows
     */
    Optional<DirshException> first(String code, Set<String> variables) {
        int end = LineParser.nameEnd(code, 0);
        String word = code.substring(0, end);
        if (end == 0 || !Character.isLowerCase(word.charAt(0)) || !LineParser.endsName(code, end)) {
            return Optional.empty();
        }
        String value = word.contains("-") ? word.substring(0, word.indexOf('-')) : word;
        if (GROOVY.contains(word)
                || variables.contains(value)
                || !readsAsCommand(code.substring(end).stripLeading())) {
            return Optional.empty();
        }
        return Optional.of(DirshException.badInput(
                "no command '" + word + "'",
                Suggestions.nearest(word, known(variables))
                        .or(() -> FieldWord.of(word).map(known -> "help " + known))
                        .orElse("help")));
    }

    /**
     * The error for a word after a pipe, which may also be meant as the OR of a formula or of conditions.
     *
     * @param before the command before the pipe; empty for Groovy
     */
    DirshException afterPipe(String line, String word, Optional<CommandSpec> before) {
        Optional<String> or = before.flatMap(spec -> has(spec, ParameterKind.FORMULA)
                ? Optional.of(orHint(line))
                : has(spec, ParameterKind.CONDITION)
                        ? Optional.of("for an OR: " + spec.name() + " cause=blank or cause=sealed")
                        : Optional.empty());
        String hint = Stream.concat(nearest(word).stream(), or.stream()).collect(Collectors.joining(", or "));
        return DirshException.badInput("no command '" + word + "' after |", hint.isEmpty() ? "help" : hint);
    }

    private static boolean has(CommandSpec spec, ParameterKind kind) {
        return Stream.concat(spec.arguments().stream(), spec.options().stream())
                .anyMatch(parameter -> parameter.kind() == kind);
    }

    private static String orHint(String line) {
        int blank = line.indexOf(' ');
        String rest = line.lines().findFirst().orElse(line);
        boolean pasteable = blank > 0 && rest.indexOf('\'') < 0 && rest.indexOf(';') < 0 && !rest.contains(" -");
        String hint = "for an OR put it in parentheses, or the whole formula in single quotes";
        return pasteable
                ? hint + ": " + rest.substring(0, blank) + " '"
                        + rest.substring(blank).strip() + "'"
                : hint;
    }

    private Set<String> known(Set<String> variables) {
        Set<String> known = new TreeSet<>(commands.names());
        known.addAll(variables);
        return known;
    }

    private Optional<String> nearest(String word) {
        return Suggestions.nearest(word, commands.names());
    }

    /** Whether what follows is rather an argument than an operator. */
    private static boolean readsAsCommand(String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        char c = rest.charAt(0);
        boolean operator =
                rest.startsWith("- ") || rest.startsWith("* ") || rest.startsWith("-=") || rest.startsWith("?:");
        boolean word =
                Character.isLetterOrDigit(c) && !OPERATOR_WORD.matcher(rest).lookingAt();
        boolean sign = AFTER_A_COMMAND.indexOf(c) >= 0 && !operator;
        return word || sign || c == '|' || c == ';';
    }
}
