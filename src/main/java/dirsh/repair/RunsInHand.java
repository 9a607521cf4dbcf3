package dirsh.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runs that other living processes are at, by what the locks of books say of their holders.
 *
 * <p>The locks themselves are not tried: to try one is to hold it for a moment, and a run that begins just then would fail.
 */
final class RunsInHand {

    private static final Pattern HOLDER = Pattern.compile("run (\\S+) of process (\\d{1,18}) since (\\S+)");

    /** How far the system's start time of a process may be off. */
    private static final Duration BLUR = Duration.ofSeconds(5);

    private final Path locks;

    /**
     * A look at the locks.
     *
     * @param locks the folder they are in
     */
    RunsInHand(Path locks) {
        this.locks = locks;
    }

    /** Their ids. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (Path lock : files()) {
            Matcher holder = HOLDER.matcher(text(lock));
            if (holder.find() && isAlive(Long.parseLong(holder.group(2)), holder.group(3))) {
                ids.add(holder.group(1));
            }
        }
        return ids;
    }

    /** What the lock says; nothing where it cannot be read, and then nothing is known of its holder. */
    private static String text(Path lock) {
        try {
            return Files.readString(lock);
        } catch (IOException e) {
            return "";
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(locks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(locks)) {
            return files.filter(file -> file.toString().endsWith(".lock")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether that process is another one that lives; a number that was given to a later process is not it. */
    private static boolean isAlive(long pid, String since) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(other -> !other.equals(ProcessHandle.current()));
        if (process.isEmpty()) {
            return false;
        }
        try {
            Instant held = Instant.parse(since).plus(BLUR);
            return process.get()
                    .info()
                    .startInstant()
                    .map(start -> start.isBefore(held))
                    .orElse(true);
        } catch (DateTimeParseException e) {
            return true;
        }
    }
}
