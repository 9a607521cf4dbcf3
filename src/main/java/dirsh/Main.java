package dirsh;

import dirsh.command.CurrentWork;
import dirsh.shell.Host;
import dirsh.shell.Surroundings;
import dirsh.source.domino.Domino;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process: its streams, its signals and its exit code. */
public final class Main {

    private static final int INTERRUPTED = 130;
    private static final long GRACE_MILLIS = 5_000;

    private Main() {}

    /** Runs the shell. */
    public static void main(String[] args) {
        CurrentWork work = new CurrentWork();
        Thread onSignal = new Thread(() -> endWork(work), "dirsh-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        int code = new Host(surroundings(work)).run(List.of(args));
        System.out.flush();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            return; // a signal came: its hook ends the process
        }
        System.exit(code);
    }

    /** Lets the document in hand be finished, then ends the process: runs when INT, TERM or HUP comes. */
    private static void endWork(CurrentWork work) {
        boolean running = work.stop();
        try {
            work.awaitIdle(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (running) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }

    private static Surroundings surroundings(CurrentWork work) {
        // Through the descriptors: Java would encode by the locale.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(new NotesAside(Domino.THREAD_NAME, out, err), false, StandardCharsets.UTF_8));
        System.setErr(err);
        return new Surroundings(
                System.in,
                out,
                err,
                onTerminal(),
                System.getenv(),
                Path.of(""),
                Path.of(System.getProperty("user.home", ".")),
                root(),
                Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("(not packaged)"),
                work);
    }

    /** Whether input and output are a terminal. From Java 22 on there may be a console without one. */
    @SuppressWarnings("SystemConsoleNull") // which is why isTerminal is asked as well
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** The folder above the launcher's; without a launcher the one above the classes. */
    private static Path root() {
        String told = System.getProperty("dirsh.root", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        try {
            Path classes = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../..").normalize();
        } catch (URISyntaxException e) {
            return Path.of(System.getProperty("user.home", "."));
        }
    }
}
