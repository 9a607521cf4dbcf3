package dirsh.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that nobody but the user can read, and that is gone with all that is in it when it is closed.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** A new one, below the system's folder for such, with a name that says whose it is. */
    public static TemporaryFolder of(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(prefix)); // mode 0700 by itself
    }

    /** Removes it; links in it are removed, not followed. */
    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
