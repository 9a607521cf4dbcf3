package dirsh.shell;

import dirsh.shell.Completion.Choice;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files and folders that begin with what was typed. */
final class FileNames {

    private static final int MOST = 500;

    private final Path start;

    /** The names as seen from a folder. */
    FileNames(Path start) {
        this.start = start;
    }

    /** The choices; a folder ends with a slash, and more may follow it. */
    List<Choice> choices(String typed, boolean foldersOnly) {
        int slash = Math.max(typed.lastIndexOf('/'), File.separatorChar == '\\' ? typed.lastIndexOf('\\') : -1);
        String folder = typed.substring(0, slash + 1);
        String prefix = typed.substring(slash + 1);
        List<Choice> choices = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(start.resolve(folder.isEmpty() ? "." : folder))) {
            for (Path entry : entries) {
                Path fileName = entry.getFileName();
                String name = fileName == null ? "" : fileName.toString();
                boolean hidden = name.startsWith(".") && !prefix.startsWith(".");
                if (hidden || !name.startsWith(prefix) || choices.size() == MOST) {
                    continue;
                }
                boolean isFolder = Files.isDirectory(entry);
                if (isFolder || !foldersOnly) {
                    choices.add(new Choice(folder + name + (isFolder ? "/" : ""), "", !isFolder));
                }
            }
        } catch (IOException | InvalidPathException | SecurityException e) {
            return List.of(); // nothing to offer is an answer, too
        }
        choices.sort(Comparator.comparing(Choice::value));
        return choices;
    }
}
