package dirsh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The measurement of starts, beside those of jshell and, where its class path is given, of groovysh.
 *
 * <p>{@code dirsh.StartUp ROUNDS BOOK [GROOVYSH_CLASSPATH]}: the shells take turns; printed are medians and ranges of wall
 * and CPU seconds. Terminals are made by {@code script} of util-linux. The first round is not counted.
 */
final class StartUp {

    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final long GIVE_UP_SECONDS = 30;
    /** A terminal without a size shows no prompt. */
    private static final String SIZE = "stty cols 120 rows 40; ";

    private final Path launcher = Path.of("scripts/dirsh").toAbsolutePath();
    private final Map<String, List<double[]>> measured = new LinkedHashMap<>();

    private StartUp() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        new StartUp()
                .measure(
                        Integer.parseInt(args[0]),
                        Path.of(args[1]).toAbsolutePath(),
                        args.length > 2 ? Optional.of(args[2]) : Optional.empty());
    }

    private void measure(int rounds, Path book, Optional<String> groovysh) throws IOException, InterruptedException {
        String dirsh = "'" + launcher + "'";
        String command = dirsh + " -c 'open " + book + "; status'";
        String jshell = "jshell -s -";
        for (int round = 0; round <= rounds; round++) {
            if (round == 1) {
                measured.clear();
            }
            add("dirsh -c 'open BOOK; status'", whole(command + " >/dev/null 2>&1"));
            add(
                    "the same without the archive",
                    whole("DIRSH_JAVA_OPTS=-XX:SharedArchiveFile=none " + command + " >/dev/null 2>&1"));
            add("dirsh -c '1 + 1' (Groovy)", whole(dirsh + " -c '1 + 1' >/dev/null 2>&1"));
            add("echo 1 + 1 | jshell", whole("echo '1 + 1' | " + jshell + " >/dev/null 2>&1"));
            prompt("dirsh", dirsh + " --no-rc", "dirsh>");
            prompt("jshell", "jshell", "jshell>");
            if (groovysh.isPresent()) {
                String groovy = "java -cp '" + groovysh.get() + "' org.apache.groovy.groovysh.Main";
                prompt("groovysh", groovy, "groovy");
            }
        }
        measured.forEach(StartUp::print);
    }

    private void add(String what, double[] wallAndCpu) {
        measured.computeIfAbsent(what, unused -> new ArrayList<>()).add(wallAndCpu);
    }

    private static void print(String what, List<double[]> values) {
        System.out.printf(Locale.ROOT, "%-40s wall %s   CPU %s%n", what, spread(values, 0), spread(values, 1));
    }

    private static String spread(List<double[]> values, int column) {
        double[] sorted =
                values.stream().mapToDouble(value -> value[column]).sorted().toArray();
        return sorted[0] < 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f (%.2f - %.2f)",
                        sorted[sorted.length / 2],
                        sorted[0],
                        sorted[sorted.length - 1]);
    }

    /** Wall and CPU seconds of a command to its end. */
    private static double[] whole(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", "TIMEFORMAT='%R %U %S'; time { " + command + "; }")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
        process.waitFor();
        double[] times = Arrays.stream(lines.get(lines.size() - 1).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new double[] {times[0], times[1] + times[2]};
    }

    /** Seconds until the prompt is there, and from a line of Groovy or Java at an idle prompt to its answer. */
    private void prompt(String name, String command, String prompt) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder("script", "-qfec", SIZE + command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        // A read of the screen cannot be given up, but its end can be brought about.
        CompletableFuture.delayedExecutor(GIVE_UP_SECONDS, TimeUnit.SECONDS).execute(() -> end(process));
        try (OutputStream keys = process.getOutputStream();
                InputStream screen = process.getInputStream()) {
            awaited(screen, prompt);
            double ready = seconds(begin);
            double cpu = cpu(process);
            add(name + ": prompt ready", new double[] {ready, cpu});
            Thread.sleep(IDLE.toMillis());
            double before = cpu(process);
            long typed = System.nanoTime();
            // The answer stands nowhere in what is typed, so that the echo is not taken for it.
            keys.write("40000 + 2345\r".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            awaited(screen, "42345");
            add(name + ": first line after 2 s", new double[] {seconds(typed), cpu(process) - before});
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void awaited(InputStream screen, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = screen.read();
            if (next < 0) {
                throw new IOException("'" + text + "' was never shown, but: " + seen);
            }
            seen.append((char) next);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double cpu(Process process) {
        return process.descendants()
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }
}
