package dirsh.bench;

import java.util.List;

/**
 * One of those that take turns: a process of its own, doing the whole of its work from its start to its end.
 *
 * @param name as the table calls it
 * @param command what is run, without the options of the measurement
 * @param highestExit the highest exit code that is no failure: a comparison that found something ends with 1
 */
record Contender(String name, List<String> command, int highestExit) {

    Contender {
        command = List.copyOf(command);
    }

    /** One that fails by any exit code but 0. */
    Contender(String name, List<String> command) {
        this(name, command, 0);
    }

    /**
     * Whether its end is a failure: a Java that cannot start ends with 1 as well, but answers nothing.
     *
     * @param lastLine the last line it answered; empty if there is none
     */
    boolean failed(int exit, String lastLine) {
        return exit > highestExit || (exit != 0 && lastLine.isEmpty());
    }
}
