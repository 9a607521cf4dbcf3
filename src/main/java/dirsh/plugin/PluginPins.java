package dirsh.plugin;

import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import dirsh.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hashes that a user's plugin files and jars had when they were first loaded, kept as lines of hash and name.
 *
 * <p>A file that differs from its pin is told of once and pinned anew. Where plugins are locked nothing is pinned: what is
 * new or differs is refused.
 */
final class PluginPins {

    private static final String GAP = "  ";

    private final Path file;
    private final boolean locked;
    private final Map<String, String> pins = new TreeMap<>();
    private final List<String> changes = new ArrayList<>();
    private boolean read;
    private boolean unsaved;

    /**
     * The pins of a home.
     *
     * @param file may be absent
     * @param locked whether what is new or changed is refused
     */
    PluginPins(Path file, boolean locked) {
        this.file = file;
        this.locked = locked;
    }

    /** Why code with this name and content may not be loaded, as a predicate; empty if it may. */
    Optional<String> objection(String name, byte[] content) {
        readOnce();
        String hash = Sha256.hex(content);
        String pinned = pins.get(name);
        if (hash.equals(pinned)) {
            return Optional.empty();
        }
        if (locked) {
            return Optional.of(pinned == null ? "is new" : "changed since it was pinned");
        }
        if (pinned != null) {
            changes.add("plugin " + name + " changed since it was last loaded; it is taken as it is now");
        }
        pins.put(name, hash);
        unsaved = true;
        return Optional.empty();
    }

    /** Keeps what was pinned since; where that is impossible the next start pins it again. */
    void save() {
        if (!unsaved) {
            return;
        }
        unsaved = false;
        StringBuilder text = new StringBuilder();
        pins.forEach((name, hash) -> text.append(hash).append(GAP).append(name).append('\n'));
        try {
            PrivateFiles.write(file, text.toString());
        } catch (DirshException e) {
            changes.add("plugins are not pinned: " + e.problem());
        }
    }

    /** What to tell the user, once. */
    List<String> takeChanges() {
        List<String> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    private void readOnce() {
        if (read) {
            return;
        }
        read = true;
        if (!Files.exists(file)) {
            return;
        }
        Optional<String> objection = Ownership.objection(file);
        if (objection.isPresent()) {
            changes.add(file + " " + objection.get() + "; it is not trusted");
            return;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                int gap = line.indexOf(GAP);
                if (gap > 0) {
                    pins.put(line.substring(gap + GAP.length()), line.substring(0, gap));
                }
            }
        } catch (IOException e) {
            changes.add(file + " cannot be read: " + DirshException.reason(e));
        }
    }
}
