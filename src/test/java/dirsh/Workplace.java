package dirsh;

import dirsh.command.CurrentWork;
import dirsh.shell.Host;
import dirsh.shell.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder to run dirsh in, as a user would: with the sample books, the scripts and a {@code DIRSH_HOME} of its own.
 *
 * @param folder where relative file names begin
 */
public record Workplace(Path folder) {

    /** The folder of the project, whose plugins are used. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Path BOOKS = ROOT.resolve("src/test/resources/dirsh/books");
    private static final Path SCRIPTS = ROOT.resolve("scripts");

    /** A workplace in an empty folder. */
    public static Workplace in(Path folder) {
        copy(BOOKS, folder);
        copy(SCRIPTS, folder.resolve("scripts"));
        return new Workplace(folder);
    }

    /**
     * What a run came to; {@code toString} shows all of it.
     *
     * @param arguments what dirsh was started with
     * @param code the exit code
     * @param out standard output
     * @param err standard error
     * @param both the two in the order written
     */
    public record Ran(List<String> arguments, int code, String out, String err, String both) {
        @Override
        public String toString() {
            return "command line: dirsh " + String.join(" ", arguments) + "\nexit code: " + code
                    + "\nstandard output:\n" + out + "\nstandard error:\n" + err;
        }
    }

    /** Runs dirsh without a terminal and with nothing on standard input. */
    public Ran dirsh(List<String> arguments) {
        return dirsh(arguments, "");
    }

    /** Runs dirsh without a terminal and with a text on standard input. */
    public Ran dirsh(List<String> arguments, String input) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream printOut = print(out, both);
                PrintStream printErr = print(err, both)) {
            code = new Host(new Surroundings(
                            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                            printOut,
                            printErr,
                            false,
                            Map.of("DIRSH_HOME", folder.resolve(".dirsh").toString()),
                            folder,
                            folder,
                            ROOT,
                            version(),
                            new CurrentWork()))
                    .run(arguments);
        }
        return new Ran(arguments, code, text(out), text(err), text(both));
    }

    /** Runs command lines. */
    public Ran commands(String lines) {
        return dirsh(List.of("-c", lines));
    }

    private static PrintStream print(OutputStream one, OutputStream other) {
        OutputStream tee = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                one.write(octet);
                other.write(octet);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                one.write(octets, offset, length);
                other.write(octets, offset, length);
            }
        };
        return new PrintStream(tee, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream octets) {
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static String version() {
        try {
            return Files.readString(ROOT.resolve("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
