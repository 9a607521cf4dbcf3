package dirsh.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How contenders are started.
 *
 * @param java the JDK's launcher, which is the one that runs this
 * @param classPath all classes of the harness and what they need
 * @param people how many the files hold
 * @param more further options for every Java that is started, which count before those of the table
 */
record Commands(String java, String classPath, int people, List<String> more) {

    static final String SERIAL = "-XX:+UseSerialGC";
    static final String SIMPLE = "-XX:TieredStopAtLevel=1";

    /** The heap of goal G2. */
    private static final String SMALL_HEAP = "-Xmx192m";

    /** As the launcher starts dirsh, within the memory of goal G2. */
    static final List<String> OWN = List.of(SMALL_HEAP, SERIAL, "-XX:NewRatio=6", SIMPLE);

    /** For peers: enough memory not to wait for the collector, and the options that cost least on short runs. */
    private static final List<String> PEER = List.of("-Xmx2g", SERIAL, SIMPLE);

    private static final int SMALL = 200_000;

    Commands {
        more = List.copyOf(more);
    }

    /** A peer, by the options of all peers. */
    Contender java(String name, String main, String... arguments) {
        return java(name, PEER, main, arguments);
    }

    /** Whether there are so many people that a peer does not come to an end within minutes. */
    boolean isLarge() {
        return people > SMALL;
    }

    /** A main class with its arguments. */
    Contender java(String name, List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return new Contender(name, command);
    }

    /** The launcher with one line, as a user starts it who has little memory. */
    Contender smallShell(String name, String line) {
        Contender usual = shell(name, line);
        List<String> command = new ArrayList<>(List.of("env", "DIRSH_JAVA_OPTS=" + SMALL_HEAP));
        command.addAll(usual.command());
        return new Contender(name, command, 1);
    }

    /** The launcher with one line, as a user starts it. */
    Contender shell(String name, String line) {
        return new Contender(
                name, List.of(Path.of("scripts/dirsh").toAbsolutePath().toString(), "-c", line), 1);
    }

    /** The launcher with a script that takes a folder. */
    Contender script(String name, String file, String folder) {
        return new Contender(
                name,
                List.of(
                        Path.of("scripts/dirsh").toAbsolutePath().toString(),
                        Path.of(file).toAbsolutePath().toString(),
                        "--folder",
                        folder));
    }

    /** A command as a reader can enter it in the project's folder, but for the class path. */
    String shown(List<String> command) {
        String here = Path.of("").toAbsolutePath() + "/";
        return command.stream()
                .map(word -> word.equals(classPath) ? "…" : word.equals(java) ? "java" : word.replace(here, ""))
                .map(word -> word.contains(" ") ? '"' + word.replace("\"", "\\\"") + '"' : word)
                .collect(Collectors.joining(" "));
    }
}
