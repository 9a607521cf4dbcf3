package dirsh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The sample files that stand beside the clone; tests that need them are skipped where they are not there. */
public final class Samples {

    private static final Path ROOT = Path.of("..", "shared", "samples");

    private Samples() {}

    /** A sample file or folder by its path below the samples. */
    public static Path path(String relative) {
        Path path = ROOT.resolve(relative);
        assumeTrue(Files.exists(path), () -> "the samples are not beside the clone: " + path.normalize());
        return path;
    }
}
