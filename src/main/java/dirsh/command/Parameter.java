package dirsh.command;

import java.util.List;

/**
 * One argument or option of a command or script.
 *
 * @param name without dashes; the property by which the body asks for it
 * @param kind what it takes
 * @param help one line for the user
 * @param required whether it may be left out
 * @param many whether it takes all remaining values (an argument) or may repeat (an option); the value is then a list
 * @param choices the words a {@link ParameterKind#CHOICE} takes
 */
public record Parameter(
        String name, ParameterKind kind, String help, boolean required, boolean many, List<String> choices) {
    public Parameter {
        choices = List.copyOf(choices);
    }
}
