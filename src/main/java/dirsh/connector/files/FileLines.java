package dirsh.connector.files;

import dirsh.connector.TextDecoding;
import dirsh.model.DirshException;
import dirsh.model.Place;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of one of the connector's files, which are small: a file of more than a mebibyte is none of them.
 *
 * @param name the file as messages call it
 * @param lines its lines in order
 */
record FileLines(String name, List<String> lines) {

    private static final long LARGEST = 1 << 20;

    /** A character of UTF-8 in more than one byte, where each byte is taken for a character. */
    private static final Pattern UTF_8 = Pattern.compile(
            "[\u00C2-\u00DF][\u0080-\u00BF]" + "|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}");

    private static final Pattern NO_TEXT = Pattern.compile("\uFFFD");

    FileLines {
        lines = List.copyOf(lines);
    }

    static FileLines of(String name, String text) {
        return new FileLines(name, text.lines().toList());
    }

    /** Reads a file; a line with bytes that are no text, or in other characters than the file, is a problem and still taken. */
    static FileLines read(String name, Path file, Consumer<Problem> problems) {
        try {
            if (Files.size(file) > LARGEST) {
                throw DirshException.badInput(
                        Place.offset(name, LARGEST)
                                + ": the file has more than 1 MiB: that is no file of the connector",
                        "connector open FOLDER");
            }
            byte[] bytes = Files.readAllBytes(file);
            TextDecoding.Decoded decoded = TextDecoding.decode(bytes);
            FileLines lines = of(name, decoded.text());
            lines.report(
                    NO_TEXT,
                    "bytes that are no text in " + decoded.charset() + ": a value with them never matches",
                    problems);
            if (decoded.guessed()) {
                of(name, new String(bytes, StandardCharsets.ISO_8859_1))
                        .report(
                                UTF_8,
                                "UTF-8 in a file that is not UTF-8 elsewhere and is read as " + decoded.charset()
                                        + ": a value with it never matches; save the file in one character set",
                                problems);
            }
            return lines;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** A problem at the first place in each line that is of the kind. */
    private void report(Pattern kind, String what, Consumer<Problem> problems) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = kind.matcher(lines.get(i));
            if (found.find()) {
                problems.accept(new Problem(Place.line(name, i + 1L, found.start() + 1L), what));
            }
        }
    }

    /** Whether a line says something: it is neither blank nor a comment. */
    static boolean says(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith(";");
    }

    /** An error about a file or folder that cannot be read. */
    static DirshException unreadable(String name, IOException failure) {
        return DirshException.badInput(
                name + ": cannot be read: " + DirshException.reason(failure),
                "copy the connector's files to a folder you may read, and connector open it");
    }
}
