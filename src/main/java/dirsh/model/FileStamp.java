package dirsh.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * What tells one content of a file from another without reading it.
 *
 * @param size in bytes
 * @param modified time of the last change, as precise as the file system keeps it
 * @param key the file system's identity of the file; empty where it has none
 */
public record FileStamp(long size, String modified, String key) {

    /** More than the steps in which any file system counts time. */
    private static final Duration STEP = Duration.ofSeconds(3);

    /** The stamp of a file as it is now. */
    public static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return new FileStamp(
                attributes.size(), attributes.lastModifiedTime().toString(), key == null ? "" : key.toString());
    }

    /** Whether a change from now on is sure to show in the stamp. */
    public boolean isSettled(Instant now) {
        return Instant.parse(modified).plus(STEP).isBefore(now);
    }

    /** The stamp as one word. */
    public String token() {
        return size + "|" + modified + "|" + key;
    }
}
