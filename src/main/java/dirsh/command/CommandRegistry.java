package dirsh.command;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The commands there are. */
public interface CommandRegistry {

    /** The command of that name. */
    Optional<CommandSpec> find(String name);

    /** All names, without loading what is behind them. */
    SortedSet<String> names();

    /** All commands, ordered by name. */
    List<CommandSpec> all();
}
