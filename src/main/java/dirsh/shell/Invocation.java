package dirsh.shell;

import dirsh.model.DirshException;
import dirsh.report.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program was started with.
 *
 * @param task what to do
 * @param commands the texts behind {@code -c}, in order
 * @param script the words from {@code FILE.groovy} on
 * @param format how to show results that ask for no format of their own
 * @param keepGoing whether a failed command lets the next one run
 * @param rc whether the start file is run before the first prompt
 * @param locked whether the user's plugins are loaded only as they were pinned
 */
record Invocation(
        Task task,
        List<String> commands,
        List<String> script,
        Optional<Format> format,
        boolean keepGoing,
        boolean rc,
        boolean locked) {

    /** What to do. */
    enum Task {
        /** Commands from a terminal or from standard input. */
        READ,
        /** The commands behind {@code -c}. */
        COMMANDS,
        SCRIPT,
        VERSION,
        HELP
    }

    static final String USAGE =
            """
            usage: dirsh [options]                      a prompt, or commands from standard input
                   dirsh [options] -c 'COMMANDS' ...    these commands
                   dirsh [options] FILE.groovy ...      a script with its own options

              -c COMMANDS    command lines, separated by ; or line ends; may repeat
              -o FORMAT      table, wide, list, csv, json or yaml
              --keep-going   go on after a command that failed; the exit code is the worst one
              --no-rc        do not run the start file DIRSH_HOME/rc
              --locked       load no plugin of DIRSH_HOME that is new or changed
              --bulk         for hours of work: start slower, run faster
              --version      the version
              --help         this text

            dirsh -c help lists the commands.
            """;

    Invocation {
        commands = List.copyOf(commands);
        script = List.copyOf(script);
    }

    /** The same with another format for results. */
    Invocation shownAs(Format other) {
        return new Invocation(task, commands, script, Optional.of(other), keepGoing, rc, locked);
    }

    /**
     * The invocation that arguments spell.
     *
     * @throws DirshException for an argument nobody knows
     */
    static Invocation parse(List<String> arguments) {
        return new Reading(arguments).read();
    }

    private static final class Reading {

        private final List<String> left;
        private final List<String> commands = new ArrayList<>();
        private List<String> script = List.of();
        private @Nullable Format format;
        private boolean keepGoing;
        private boolean rc = true;
        private boolean locked;
        private Task task = Task.READ;

        Reading(List<String> arguments) {
            this.left = new ArrayList<>(arguments);
        }

        Invocation read() {
            while (!left.isEmpty() && script.isEmpty()) {
                String word = left.remove(0);
                switch (word) {
                    case "-c" -> commands.add(value(word));
                    case "--keep-going" -> keepGoing = true;
                    case "--no-rc" -> rc = false;
                    case "--locked" -> locked = true;
                    case "--bulk" -> {} // the launcher heard it: it chooses the compiler
                    case "--version" -> task = Task.VERSION;
                    case "--help", "-h" -> task = Task.HELP;
                    default -> other(word);
                }
            }
            if (!commands.isEmpty() && !script.isEmpty()) {
                throw bad("-c and a script do not go together");
            }
            if (task == Task.READ) {
                task = !commands.isEmpty() ? Task.COMMANDS : !script.isEmpty() ? Task.SCRIPT : Task.READ;
            }
            return new Invocation(task, commands, script, Optional.ofNullable(format), keepGoing, rc, locked);
        }

        private void other(String word) {
            if (word.equals("-o") || word.equals("--output")) {
                format = Format.parse(value(word));
            } else if (word.startsWith("--output=")) {
                format = Format.parse(word.substring("--output=".length()));
            } else if (word.startsWith("-o")) {
                format = Format.parse(word.substring(word.startsWith("-o=") ? 3 : 2));
            } else if (word.endsWith(".groovy") && !word.startsWith("-")) {
                script = new ArrayList<>(List.of(word));
                script.addAll(left);
            } else {
                throw bad(
                        word.startsWith("-")
                                ? "no option " + word
                                : "'" + word + "' is neither an option nor a FILE.groovy");
            }
        }

        private String value(String option) {
            if (left.isEmpty()) {
                throw bad(option + " needs a value");
            }
            return left.remove(0);
        }

        private static DirshException bad(String problem) {
            return DirshException.badInput(
                    problem, "dirsh --help, or commands as in: dirsh -c 'open names.dxl; diagnose'");
        }
    }
}
