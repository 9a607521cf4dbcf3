package dirsh;

import dirsh.command.CurrentWork;
import dirsh.home.TemporaryFolder;
import dirsh.shell.Host;
import dirsh.shell.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A first quarter of an hour with the shell, played through in a folder of its own so that Java can archive the classes it
 * takes. The launcher starts it once per JDK, beside the user's own first start; nothing of the user's is read or written.
 */
public final class StartUpTraining {

    private StartUpTraining() {}

    /**
     * Plays it through.
     *
     * @param args the folder dirsh is installed in
     */
    public static void main(String[] args) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.of("dirsh-training-");
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            play(Path.of(args[0]), folder.path(), nowhere);
        }
    }

    /** Runs commands as with {@code -c}, a Groovy line, and a prompt whose input ends at once. */
    static void play(Path root, Path folder, PrintStream out) {
        host(root, folder, out, false)
                .run(List.of(
                        "--keep-going",
                        "-c",
                        "sample people --people 30 --seed 1; open people/names.dxl; exchange people/exchange.csv; status",
                        "-c",
                        "diagnose | plan; compare; find @All; rehearse; help; runs",
                        "-c",
                        "diagnose -o json; compare -o csv",
                        "-c",
                        "def left = diagnose(); left*.cause.unique().size()"));
        host(root, folder, out, true).run(List.of("--no-rc"));
    }

    private static Host host(Path root, Path folder, PrintStream out, boolean terminal) {
        return new Host(new Surroundings(
                InputStream.nullInputStream(),
                out,
                out,
                terminal,
                Map.of("DIRSH_HOME", folder.resolve("home").toString()),
                folder,
                folder,
                root,
                "training",
                new CurrentWork()));
    }
}
