package dirsh.home;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder named by {@code DIRSH_HOME}, by default {@code ~/.dirsh}. Folders are created when first used.
 *
 * @param folder the folder itself
 */
public record Home(Path folder) {

    /** The home that environment and user folder say. */
    public static Home of(Map<String, String> environment, String userFolder) {
        String named = environment.getOrDefault("DIRSH_HOME", "");
        Path folder = named.isBlank() ? Path.of(userFolder, ".dirsh") : Path.of(named);
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

    public Path cache() {
        return folder.resolve("cache");
    }

    public Path plugins() {
        return folder.resolve("plugins");
    }

    public Path history() {
        return folder.resolve("history");
    }

    public Path rc() {
        return folder.resolve("rc");
    }
}
