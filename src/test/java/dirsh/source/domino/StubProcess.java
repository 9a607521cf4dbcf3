package dirsh.source.domino;

import dirsh.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * dirsh in a process of its own over the real library and the test double of the Notes C API, whose environment must be set
 * before a process starts.
 *
 * <p>System properties: {@code dirsh.domino.classpath} names the jars of Domino JNA, JNA and concurrentlinkedhashmap-lru;
 * {@code dirsh.domino.notes} a folder with {@code libnotes.so} (the double), {@code notes.ini} and {@code Notes.jar} with
 * {@code lotus.domino.NotesException}, there or in {@code jvm/lib/ext}.
 */
final class StubProcess {

    private static final long MOST_SECONDS = 300;

    private final Path folder;

    /** A place for one directory and one {@code DIRSH_HOME}; skips the test where library or double are not named. */
    StubProcess(Path folder) {
        Assumptions.assumeFalse(
                library().isEmpty() || notes().isEmpty(),
                "needs -Ddirsh.domino.classpath=JARS and -Ddirsh.domino.notes=FOLDER (src/docs/guide/domino.md)");
        this.folder = folder;
    }

    private static String library() {
        return System.getProperty("dirsh.domino.classpath", "");
    }

    private static String notes() {
        return System.getProperty("dirsh.domino.notes", "");
    }

    /** What a run came to. */
    record Ran(int code, String out, String err) {
        List<?> rows() {
            return (List<?>) Json.read(out);
        }

        Map<?, ?> row(String fullName) {
            return rows().stream()
                    .map(row -> (Map<?, ?>) row)
                    .filter(row -> row.get("fullName").equals("CN=" + fullName + "/O=Acme"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + fullName + " in\n" + this));
        }

        @Override
        public String toString() {
            return "exit code " + code + "\nstandard output:\n" + out + "\nstandard error:\n" + err;
        }
    }

    Path store() {
        return folder.resolve("store.txt");
    }

    Path trace() {
        return folder.resolve("trace");
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Runs command lines after opening the directory. */
    Ran dirsh(String commands, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-c", "open " + StubStore.ADDRESS + "; " + commands));
        Process process = start("dirsh.Main", arguments, true).start();
        return ended(process);
    }

    /** Runs a main class and waits for its end. */
    Ran main(String mainClass, String... arguments) throws IOException, InterruptedException {
        return ended(start(mainClass, List.of(arguments), false).start());
    }

    private Ran ended(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + MOST_SECONDS + " s\n" + read("out") + read("err"));
        }
        return new Ran(process.exitValue(), read("out"), read("err"));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** A process that is not started yet. */
    ProcessBuilder start(String mainClass, List<String> arguments, boolean traced) {
        Path notes = Path.of(notes()).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-Djna.library.path=" + notes,
                "-Ddirsh.root=" + Path.of("").toAbsolutePath(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        System.getProperty("java.class.path"),
                        absolute(library()),
                        notes.resolve("Notes.jar").toString(),
                        notes.resolve("jvm/lib/ext/Notes.jar").toString()),
                mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("DIRSH_HOME", home().toString());
        environment.put("DIRSH_NOTES", notes.toString());
        environment.put("DIRSH_NOTES_INI", notes.resolve("notes.ini").toString());
        environment.put("Notes_ExecDirectory", notes.toString());
        environment.put("NOTES_STUB_STORE", store().toString());
        environment.put("NOTES_STUB_STRICT", "1");
        environment.put("LC_ALL", "C.UTF-8");
        if (traced) {
            environment.put("NOTES_STUB_TRACE", trace().toString());
        }
        return builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
    }

    private static String absolute(String path) {
        return java.util.Arrays.stream(path.split(File.pathSeparator, -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }
}
