package dirsh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A dirsh in a process of its own that was killed once its journal had so many records.
 *
 * @param journal the run's journal
 * @param inTheMiddle whether it was killed before it came to its end by itself
 * @param output what it had shown
 */
record KilledRun(Path journal, boolean inTheMiddle, String output) {

    private static final long MOST_SECONDS = 60;

    /** Runs commands in a folder, with a {@code DIRSH_HOME} in it, until the kill. */
    static KilledRun of(Path folder, String commands, int records) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddirsh.root=" + Workplace.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "dirsh.Main",
                "-c",
                commands);
        builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(folder.resolve("input")).toFile()))
                .redirectOutput(output.toFile());
        Path home = folder.resolve(".dirsh");
        builder.environment().put("DIRSH_HOME", home.toString());
        Process process = builder.start();
        try {
            waitForRecords(process, home.resolve("runs"), records);
        } finally {
            process.destroyForcibly();
        }
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process outlived its kill");
        }
        String shown = Files.readString(output);
        Path journal = journal(home.resolve("runs")).orElseThrow(() -> new AssertionError("no run began:\n" + shown));
        return new KilledRun(journal, !Files.exists(journal.resolveSibling("summary.json")), shown);
    }

    String runId() {
        return journal.getParent().getFileName().toString();
    }

    private static void waitForRecords(Process process, Path runs, int records)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        Optional<Path> journal = Optional.empty();
        while (journal.isEmpty() && process.isAlive() && System.nanoTime() < end) {
            journal = journal(runs);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        if (journal.isEmpty()) {
            return;
        }
        ByteBuffer octets = ByteBuffer.allocate(1 << 16);
        int lines = 0;
        try (FileChannel channel = FileChannel.open(journal.get())) {
            while (lines <= records && process.isAlive() && System.nanoTime() < end) {
                octets.clear();
                for (int i = channel.read(octets) - 1; i >= 0; i--) {
                    lines += octets.get(i) == '\n' ? 1 : 0;
                }
                TimeUnit.MICROSECONDS.sleep(100);
            }
        }
    }

    private static Optional<Path> journal(Path runs) {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(run -> run.resolve("journal.jsonl"))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
