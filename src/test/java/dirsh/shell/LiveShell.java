package dirsh.shell;

import dirsh.command.CurrentWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole shell with its plugins over the sample book, without a terminal. */
final class LiveShell implements AutoCloseable {

    static final Path ROOT = Path.of("").toAbsolutePath();

    final Wiring wiring;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    LiveShell(Path folder) {
        for (String file : List.of("acme.dxl", "acme.csv")) {
            try {
                Files.copy(ROOT.resolve("src/test/resources/dirsh/books").resolve(file), folder.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        PrintStream print = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Map<String, String> environment =
                Map.of("DIRSH_HOME", folder.resolve(".home").toString());
        this.wiring = new Wiring(
                new Surroundings(
                        InputStream.nullInputStream(),
                        print,
                        print,
                        false,
                        environment,
                        folder,
                        folder,
                        ROOT,
                        "test",
                        new CurrentWork()),
                Screen.none(),
                Invocation.parse(List.of()),
                Asking.NOBODY,
                Pager.NONE);
    }

    /** Runs lines and gives what they showed on both streams. */
    String run(String lines) {
        shown.reset();
        wiring.runner().run(lines, new Sequence(true));
        return shown.toString(StandardCharsets.UTF_8);
    }

    Completion completion() {
        return wiring.completion();
    }

    /** The choices where a circumflex stands, in the order shown. */
    List<String> choices(String marked) {
        int cursor = marked.indexOf('^');
        Spot spot = Spot.of(wiring.parser(), marked.substring(0, cursor) + marked.substring(cursor + 1), cursor);
        return completion().choices(spot).stream().map(Completion.Choice::value).toList();
    }

    @Override
    public void close() {
        wiring.close();
    }
}
