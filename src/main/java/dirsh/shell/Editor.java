package dirsh.shell;

import dirsh.command.Console;
import dirsh.home.TemporaryFolder;
import dirsh.model.DirshException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** The editor the user has named in {@code VISUAL} or {@code EDITOR}, with one text in it. */
final class Editor {

    /** The command that opens it. */
    static final String COMMAND = "edit";

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Surroundings surroundings;
    private final Console console;
    private final boolean prompt;

    /**
     * The editor of some surroundings.
     *
     * @param prompt whether somebody sits at a prompt, where what was written can be run
     */
    Editor(Surroundings surroundings, Console console, boolean prompt) {
        this.surroundings = surroundings;
        this.console = console;
        this.prompt = prompt;
    }

    /** Whether a line only opens the editor, so that it is nothing to edit itself. */
    static boolean isCalledBy(String line) {
        return line.equals(COMMAND) || line.startsWith(COMMAND + " ");
    }

    /**
     * What the user made of a text; empty if nothing was saved.
     *
     * @throws DirshException without a prompt, and if the editor cannot be run or fails
     */
    Optional<String> edited(String text) {
        if (!prompt) {
            throw DirshException.badInput("there is no prompt to edit a line for", "dirsh, then edit");
        }
        // A folder of its own, since editors leave copies beside a file and may make it anew with other permissions.
        try (TemporaryFolder folder = TemporaryFolder.of("dirsh-edit-")) {
            Path file = folder.path().resolve("lines.groovy");
            Files.writeString(file, text.isEmpty() ? text : text + "\n");
            Files.setLastModifiedTime(file, NEVER);
            run(file);
            if (Files.getLastModifiedTime(file).equals(NEVER)) {
                console.note("nothing was saved, nothing is run");
                return Optional.empty();
            }
            return Optional.of(Files.readString(file).strip()).filter(saved -> !saved.isEmpty());
        } catch (IOException e) {
            throw DirshException.failed(
                    "what was edited cannot be read: " + DirshException.reason(e), "edit, and save it in UTF-8", e);
        }
    }

    private void run(Path file) throws IOException {
        boolean windows = File.separatorChar == '\\';
        String editor = named("VISUAL").or(() -> named("EDITOR")).orElse(windows ? "notepad" : "vi");
        // By the system's shell, since the variable may hold options: EDITOR="code --wait".
        List<String> words = windows
                ? List.of("cmd", "/c", editor + " \"" + file + "\"")
                : List.of("/bin/sh", "-c", editor + " \"$1\"", editor, file.toString());
        Process process = new ProcessBuilder(words).inheritIO().start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw DirshException.failed(
                        "the editor '" + editor + "' ended with " + code + "; nothing is run",
                        "export EDITOR=vi",
                        null);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", e);
        }
    }

    private Optional<String> named(String variable) {
        return Optional.ofNullable(surroundings.environment().get(variable)).filter(name -> !name.isBlank());
    }
}
