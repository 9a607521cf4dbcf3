package dirsh.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of its own with the classes under test, in a folder where it leaves what it shows, each in one below it.
 *
 * <p>Its {@code DIRSH_HOME} is {@code .dirsh} in the folder; nothing is on its standard input.
 */
public final class Child implements AutoCloseable {

    private static final long MOST_SECONDS = 120;

    private final Path shown;
    private final Process process;

    private Child(Path shown, Process process) {
        this.shown = shown;
        this.process = process;
    }

    /** A process started elsewhere, whose output is not kept. */
    public static Child of(Process process) {
        return new Child(Path.of(""), process);
    }

    /** Starts dirsh itself with some command lines. */
    public static Child dirsh(Path folder, String commands) throws IOException {
        return dirsh(folder, List.of(), commands);
    }

    /** Starts dirsh itself with some command lines in a JVM with further options. */
    public static Child dirsh(Path folder, List<String> options, String commands) throws IOException {
        return start(folder, options, "dirsh.Main", List.of("-c", commands));
    }

    /** Starts a main class. */
    public static Child start(Path folder, Collection<String> options, String main, List<String> arguments)
            throws IOException {
        Path shown = Files.createTempDirectory(folder, "shown");
        return new Child(
                shown,
                builder(folder, options, main, arguments)
                        .redirectOutput(shown.resolve("out").toFile())
                        .redirectError(shown.resolve("err").toFile())
                        .start());
    }

    /** A process that is still to be started, for who wants its streams. */
    public static ProcessBuilder builder(Path folder, Collection<String> options, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.add("-Ddirsh.root=" + Path.of("").toAbsolutePath());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Path input = folder.resolve("in");
        if (!Files.exists(input)) {
            Files.createFile(input);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectInput(input.toFile());
        builder.environment().put("DIRSH_HOME", folder.resolve(".dirsh").toString());
        return builder;
    }

    public Process process() {
        return process;
    }

    /** Waits for the end and gives the exit code. */
    public int end() throws InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process does not end:\n" + this);
        }
        return process.exitValue();
    }

    /** What it has shown on standard output. */
    public String out() {
        return read("out");
    }

    /** What it has shown on standard error. */
    public String err() {
        return read("err");
    }

    private String read(String file) {
        if (!Files.exists(shown.resolve(file))) {
            return "";
        }
        try {
            return Files.readString(shown.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "standard output:\n" + out() + "\nstandard error:\n" + err();
    }
}
