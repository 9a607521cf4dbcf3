package dirsh.faults;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * An agreement between a process and the test that started it: the process notes its operations in the file {@code trace}
 * of a folder, makes the file {@code waiting} when it has come to its operation, and goes on once there is {@code go}.
 *
 * <p>On the process's side everything goes past the watched disk.
 *
 * @param folder outside the watched one
 */
public record Pause(File folder) {

    private static final long LOOK_AGAIN_MILLIS = 2;

    void note(long number, String what) {
        try (FileOutputStream trace = new FileOutputStream(new File(folder, "trace"), true)) {
            trace.write((number + " " + what + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void await() {
        make("waiting");
        File go = new File(folder, "go");
        while (!go.exists()) {
            look();
        }
    }

    /** Waits until the process has come to its operation. */
    public void awaitArrival(Child child) {
        File waiting = new File(folder, "waiting");
        while (!waiting.exists()) {
            if (!child.process().isAlive()) {
                throw new AssertionError("the process ended before its operation:\n" + child);
            }
            look();
        }
    }

    /** Lets the process go on. */
    public void go() {
        make("go");
    }

    /** The operations so far, in order. */
    public List<String> trace() throws IOException {
        return Files.readAllLines(folder.toPath().resolve("trace"));
    }

    private void make(String name) {
        try {
            new FileOutputStream(new File(folder, name)).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
