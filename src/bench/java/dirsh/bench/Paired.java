package dirsh.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs the contenders of a table in turn, a process each, and prints their costs as a table in Markdown.
 *
 * <p>{@code Paired TABLE [--people N] [--rounds N] [--java OPTION]…}, started by {@code src/bench/paired}. The files are made once and
 * stay under {@code target/bench/data}. A first round puts them into the page cache and does not count. {@code --java} gives
 * a further option to every Java that is started, such as {@code -XX:TieredStopAtLevel=4}.
 */
final class Paired {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Path data;
    private final Commands run;
    private final int rounds;

    private Paired(Path data, Commands run, int rounds) {
        this.data = data;
        this.run = run;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int people = 100_000;
        int rounds = 5;
        List<String> more = new ArrayList<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--people" -> people = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--java" -> more.add(value);
                default -> throw new IllegalArgumentException("--people, --rounds or --java, not " + arguments[i]);
            }
        }
        Table table = Table.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path data = Path.of("target/bench/data", table.files() + "-" + people).toAbsolutePath();
        Commands run = new Commands(java, System.getProperty("java.class.path"), people, more);
        new Paired(data, run, rounds).measure(table);
    }

    private void measure(Table table) throws IOException, InterruptedException {
        make(table);
        Machine machine = new Machine();
        List<Contender> contenders = table.contenders(run, data);
        Turns turns = new Turns(contenders);
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Cost cost = cost(contenders.get(i));
                if (round > 0) {
                    turns.add(i, cost, lastLine());
                }
            }
        }
        OUT.println(machine.line() + "; " + run.people() + " people; medians (ranges) of " + rounds
                + " rounds after one that does not count.\n");
        OUT.println(turns.table());
        OUT.println("What each answered last:\n\n" + turns.answers());
        contenders.forEach(contender -> OUT.println("    " + run.shown(contender.command())));
    }

    /** Makes the files, unless that was done to the end. */
    private void make(Table table) throws IOException, InterruptedException {
        Path made = data.resolve("made");
        if (!Files.exists(made)) {
            Files.createDirectories(data);
            cost(new Contender("make", table.making(run, data)));
            Files.createFile(made);
        }
    }

    private Cost cost(Contender contender) throws IOException, InterruptedException {
        Path figures = data.resolve("cost");
        Path errors = data.resolve("errors");
        List<String> command = new ArrayList<>(List.of("time", "--output=" + figures, "--format=" + Cost.FORMAT));
        command.addAll(contender.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(answer().toFile())
                .redirectError(errors.toFile());
        // The launcher's Java takes them from there.
        builder.environment().put("DIRSH_JAVA_OPTS", String.join(" ", run.more()));
        int exit = builder.start().waitFor();
        if (exit > contender.highestExit()) {
            throw new IOException(
                    contender.name() + " ended with " + exit + ": " + Files.readString(errors) + lastLine());
        }
        return Cost.parse(Files.readAllLines(figures));
    }

    private Path answer() {
        return data.resolve("answer");
    }

    private String lastLine() throws IOException {
        String last = "";
        for (String line : Files.readAllLines(answer())) {
            last = line.isBlank() ? last : line.strip();
        }
        return last;
    }
}
