package dirsh.connector.files;

import dirsh.connector.TextDecoding;
import dirsh.model.DirshException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one of the connector's files, which are small: a file of more than a mebibyte is none of them.
 *
 * @param name the file as messages call it
 * @param lines its lines in order
 */
record FileLines(String name, List<String> lines) {

    private static final long LARGEST = 1 << 20;

    FileLines {
        lines = List.copyOf(lines);
    }

    static FileLines of(String name, String text) {
        return new FileLines(name, text.lines().toList());
    }

    static FileLines read(String name, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw DirshException.badInput(
                        name + " has more than 1 MiB: that is no file of the connector", "connector open FOLDER");
            }
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = TextDecoding.open(file)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            }
            return new FileLines(name, lines);
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + name + ": " + DirshException.reason(e), "", e);
        }
    }

    /** Whether a line says something: it is neither blank nor a comment. */
    static boolean says(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith(";");
    }
}
