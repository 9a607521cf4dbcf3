package dirsh.command;

import java.util.List;

/** What a plugin jar registers under {@code META-INF/services/dirsh.command.CommandProvider}. */
public interface CommandProvider {

    /** The commands of the jar. */
    List<CommandSpec> commands();
}
