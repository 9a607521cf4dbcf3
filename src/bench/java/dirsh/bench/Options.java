package dirsh.bench;

import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the harness is asked for: {@code TABLE [--people N] [--rounds N] [--java OPTION]…}.
 *
 * @param people how many the files hold
 * @param rounds how many count
 * @param java further options for every Java that is started
 */
record Options(Table table, int people, int rounds, List<String> java) {

    private static final String USAGE = "src/bench/paired answers --people 10000 --rounds 3";

    Options {
        java = List.copyOf(java);
    }

    /**
     * Reads the command line.
     *
     * @throws DirshException as bad input if there is no such table or option
     */
    static Options of(String... arguments) {
        int people = 100_000;
        int rounds = 5;
        List<String> java = new ArrayList<>();
        Table table = table(arguments.length == 0 ? "" : arguments[0]);
        for (int i = 1; i < arguments.length; i += 2) {
            if (!List.of("--people", "--rounds", "--java").contains(arguments[i])) {
                throw DirshException.badInput(
                        "no option '" + arguments[i] + "'; there are --people, --rounds and --java", USAGE);
            }
            if (i + 1 == arguments.length) {
                throw DirshException.badInput(arguments[i] + " without a value", USAGE);
            }
            switch (arguments[i]) {
                case "--people" -> people = number(arguments[i], arguments[i + 1]);
                case "--rounds" -> rounds = number(arguments[i], arguments[i + 1]);
                default -> java.add(arguments[i + 1]);
            }
        }
        return new Options(table, people, rounds, java);
    }

    private static Table table(String name) {
        String tables = Arrays.stream(Table.values())
                .map(table -> table.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return Arrays.stream(Table.values())
                .filter(table -> table.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> DirshException.badInput("no table '" + name + "'; there are " + tables, USAGE));
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw DirshException.badInput(option + " takes a number from 1, not '" + value + "'", USAGE);
        }
        return Integer.parseInt(value);
    }
}
