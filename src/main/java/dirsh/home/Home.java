package dirsh.home;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The folder named by {@code DIRSH_HOME}, by default {@code ~/.dirsh}. Folders are created when first used.
 *
 * @param folder the folder itself
 */
public record Home(Path folder) {

    /** The home that environment and user folder say. */
    public static Home of(Map<String, String> environment, Path userFolder) {
        String named = environment.getOrDefault("DIRSH_HOME", "");
        Path folder = named.isBlank() ? userFolder.resolve(".dirsh") : Path.of(named);
        return new Home(folder.toAbsolutePath().normalize());
    }

    public Path plans() {
        return folder.resolve("plans");
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    public Path locks() {
        return folder.resolve("locks");
    }

    public Path plugins() {
        return folder.resolve("plugins");
    }

    /** The hashes of the user's plugins as they were first loaded. */
    public Path pins() {
        return folder.resolve("plugins.pins");
    }

    /** The file that spares the prompt a look into every run that is settled; it can be deleted at any time. */
    public Path settledRuns() {
        return folder.resolve("cache").resolve("settled-runs");
    }

    /** The file that says who changed what; see {@code dirsh.repair.AuditLog}. */
    public Path audit() {
        return folder.resolve("audit.jsonl");
    }

    /**
     * The file of the lines typed, made if it was not there. Bytes in it that are no text are replaced: the line reader
     * would end the shell over them.
     */
    public Path history() {
        Path file = PrivateFiles.file(folder.resolve("history"));
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
                PrivateFiles.write(file, text);
            }
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot read " + file + ": " + DirshException.reason(e), "ls -l '" + file + "'", e);
        }
        return file;
    }

    /**
     * The file to run at the start of a prompt, if there is one.
     *
     * @throws DirshException if others can write it
     */
    public Optional<Path> startFile() {
        Path file = folder.resolve("rc");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (PrivateFiles.writableByOthers(file)) {
            throw DirshException.failed(file + " is not run: others can write it", "chmod go-w '" + file + "'", null);
        }
        return Optional.of(file);
    }
}
