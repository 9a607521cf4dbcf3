package dirsh.bench;

import dirsh.model.DirshException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs the contenders of a table in turn, a process each, and prints their costs as a table in Markdown.
 *
 * <p>A contender that fails has its exit code and the reason it told in the table, and the others go on; then the exit code is 1.
 * {@code Paired TABLE [--people N] [--rounds N] [--java OPTION]…}, started by {@code src/bench/paired}. The files are made once and
 * stay under {@code target/bench/data}. A first round puts them into the page cache and does not count. {@code --java} gives
 * a further option to every Java that is started, such as {@code -XX:TieredStopAtLevel=4}.
 */
final class Paired {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** What stands around the reason on standard error: a next step, the calls of a stack trace, the last words of Java. */
    private static final Pattern BESIDE =
            Pattern.compile("try: .*|\\s.*|Error: (Could not create the Java|A fatal exception).*");

    private final Path data;
    private final Commands run;
    private final int rounds;

    private Paired(Path data, Commands run, int rounds) {
        this.data = data;
        this.run = run;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            Options options = Options.of(arguments);
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Path data = Path.of("target/bench/data", options.table().files() + "-" + options.people())
                    .toAbsolutePath();
            Commands run = new Commands(java, System.getProperty("java.class.path"), options.people(), options.java());
            if (!new Paired(data, run, options.rounds()).measure(options.table())) {
                System.exit(1);
            }
        } catch (DirshException e) {
            System.err.println(e.problem() + "\ntry: " + e.tryThis());
            System.exit(e.outcome() == DirshException.Outcome.BAD_INPUT ? 2 : 3);
        }
    }

    /** Measures, and tells whether all contenders came to the end. */
    private boolean measure(Table table) throws IOException, InterruptedException {
        make(table);
        Machine machine = new Machine();
        List<Contender> contenders = table.contenders(run, data);
        Turns turns = new Turns(contenders);
        Laps laps = new Laps();
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                if (!turns.hasFailed(i)) {
                    turn(turns, laps, contenders.get(i), i, round > 0);
                }
            }
        }
        OUT.println(machine.line() + "; " + run.people() + " people; medians (ranges) of " + rounds
                + " rounds after one that does not count.\n");
        OUT.println(turns.table());
        OUT.println(laps.table());
        OUT.println("What each answered last:\n\n" + turns.answers());
        contenders.forEach(contender -> OUT.println("    " + run.shown(contender.command())));
        return !turns.hasAnyFailed();
    }

    private void turn(Turns turns, Laps laps, Contender contender, int number, boolean counts)
            throws IOException, InterruptedException {
        int exit = run(contender);
        if (contender.failed(exit, lastLine())) {
            turns.fail(number, failure(exit));
        } else if (counts) {
            turns.add(number, Cost.parse(Files.readAllLines(figures())), lastLine());
            laps.add(Files.readAllLines(errors()));
        }
    }

    /** The exit code and the reason, which is told last: before it there may be what went well. */
    private String failure(int exit) throws IOException {
        return "exit code " + exit + ", "
                + Files.readAllLines(errors()).stream()
                        .filter(line -> !line.isBlank() && !BESIDE.matcher(line).matches())
                        .reduce((before, last) -> last)
                        .orElse("nothing on standard error");
    }

    /** Makes the files, unless that was done to the end. */
    private void make(Table table) throws IOException, InterruptedException {
        Path made = data.resolve("made");
        if (!Files.exists(made)) {
            Files.createDirectories(data);
            int exit = run(new Contender("make", table.making(run, data)));
            if (exit != 0) {
                throw DirshException.failed(
                        "the files cannot be made: " + failure(exit),
                        "rm -r " + data + ", or fewer --people",
                        new IOException("exit code " + exit));
            }
            Files.createFile(made);
        }
    }

    /** Runs a process to its end and gives its exit code; what it cost, answered and complained of is in files. */
    private int run(Contender contender) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("time", "--output=" + figures(), "--format=" + Cost.FORMAT));
        command.addAll(contender.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(answer().toFile())
                .redirectError(errors().toFile());
        // The launcher's Java takes them from there.
        builder.environment().put("DIRSH_JAVA_OPTS", String.join(" ", run.more()));
        return builder.start().waitFor();
    }

    private Path figures() {
        return data.resolve("cost");
    }

    private Path errors() {
        return data.resolve("errors");
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
