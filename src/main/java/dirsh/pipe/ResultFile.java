package dirsh.pipe;

import dirsh.command.OpenFiles;
import dirsh.command.Session;
import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.report.CsvText;
import dirsh.report.Format;
import dirsh.report.Renderer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file that the user named for a result, checked before anything runs: a slip of the keyboard costs neither an address book
 * nor a plan.
 */
public final class ResultFile {

    private static final Map<String, Format> ENDINGS = Map.of(
            "csv", Format.CSV,
            "json", Format.JSON,
            "yaml", Format.YAML,
            "yml", Format.YAML,
            "txt", Format.TABLE,
            "", Format.TABLE);

    /** How exports of directories, plans and kept rehearsals begin. */
    private static final List<String> OTHERS = List.of("<", "{\"id\":\"", "{\"kind\":\"", "dn:", "version:");

    /** Enough of a file to tell what it is. */
    private static final int FIRST_BYTES = 256;

    private final Path path;
    private final String shown;
    private final boolean append;
    private final Format format;

    private ResultFile(Path path, String shown, boolean append, Format format) {
        this.path = path;
        this.shown = shown;
        this.append = append;
        this.format = format;
    }

    /**
     * The file of a name.
     *
     * @param append whether to write behind what is there
     * @throws DirshException of bad input if its ending names no format, or the file there is not to be replaced
     */
    public static ResultFile of(String name, boolean append, Session session) {
        Path path = session.file(name);
        String file = String.valueOf(path.getFileName());
        String ending =
                file.contains(".") ? file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
        Format format = ENDINGS.get(ending);
        if (format == null) {
            throw DirshException.badInput(
                    "a result is not written as ." + ending + ", but as .csv, .json, .yaml or .txt",
                    behindSign(name.substring(0, name.lastIndexOf('.')) + ".csv"));
        }
        if (append && (format == Format.JSON || format == Format.YAML)) {
            throw DirshException.badInput(
                    "nothing can be appended to a " + ending + " file: it is one document", behindSign(name));
        }
        refuse(path, name, session, ResultFile::behindSign);
        refuseOther(path, name);
        return new ResultFile(path, name, append, format);
    }

    /** The sign and the name, in quotes where it needs them. */
    private static String behindSign(String name) {
        boolean plain = name.matches("[\\p{L}\\p{N}._/\\\\:~+-]+");
        String quote = plain ? "" : name.contains("\"") ? "'" : "\"";
        return "> " + quote + name + quote;
    }

    /**
     * Refuses a file that cannot be written where it is, is dirsh's own, or open in this session.
     *
     * @param line what to type instead with a file name
     */
    static void refuse(Path path, String name, Session session, UnaryOperator<String> line) {
        OpenFiles open = new OpenFiles(session);
        if (open.isOwn(path)) {
            throw DirshException.badInput(
                    name + " is among the files that dirsh keeps for itself",
                    line.apply(String.valueOf(path.getFileName())));
        }
        Optional<String> book = open.name(path);
        if (book.isPresent()) {
            throw DirshException.badInput(
                    name + " is open as " + book.get() + ": it is left as it is", line.apply(other(name)));
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw DirshException.badInput(
                    "there is no folder for " + name, line.apply(String.valueOf(path.getFileName())));
        }
        if (!Files.isWritable(folder)) {
            throw DirshException.badInput(
                    "nothing can be written into the folder of " + name, "ls -ld '" + folder + "'");
        }
    }

    /** A name beside one that is taken. */
    private static String other(String name) {
        return name.replaceFirst("(\\.[^./\\\\]*)?$", "-result$1");
    }

    private static void refuseOther(Path path, String name) {
        String instead = behindSign(other(name));
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw DirshException.badInput(name + " is no plain file: it is left as it is", instead);
        }
        if (!isOurs(path)) {
            throw DirshException.badInput(name + " belongs to somebody else: it is left as it is", instead);
        }
        if (isOther(path)) {
            throw DirshException.badInput(
                    name + " is a plan, an export of a directory or no text: it is left as it is", instead);
        }
    }

    private static boolean isOurs(Path path) {
        try {
            String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
            // Windows names the domain as well.
            return owner.substring(owner.lastIndexOf('\\') + 1).equals(System.getProperty("user.name"))
                    || Files.getFileStore(path).supportsFileAttributeView("acl");
        } catch (IOException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            return true; // a file system without owners
        }
    }

    private static boolean isOther(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(FIRST_BYTES);
            String start = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
            String begin = start.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
            return start.indexOf('\0') >= 0 || OTHERS.stream().anyMatch(begin::startsWith);
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Writes a result and gives the sentence that says so.
     *
     * @param asked the format asked for, instead of that of the ending
     */
    public String write(@Nullable Object value, Optional<Format> asked) {
        Renderer renderer = new Renderer(asked.orElse(format), 0, false, true);
        if (append && Files.exists(path)) {
            boolean csv = asked.orElse(format) == Format.CSV;
            String text = renderer.render(value);
            String old = read();
            String end = old.isEmpty() || old.endsWith("\n") ? "" : csv ? "\r\n" : "\n";
            PrivateFiles.write(path, old + end + (csv ? withoutHeader(text, old) : text));
        } else {
            PrivateFiles.write(path, out -> renderer.write(value, out));
        }
        return value instanceof Collection<?> rows ? wrote(rows.size()) : (append ? "appended to " : "wrote ") + shown;
    }

    /**
     * Writes rows as they come and gives the sentence that says so.
     *
     * @param raw whether a CSV file gets values exactly as stored: for programs, never for a spreadsheet
     */
    public String write(Flow<?> rows, boolean raw) {
        if (format != Format.CSV) {
            return write(rows.toList(), Optional.empty());
        }
        long[] count = {0};
        PrivateFiles.write(path, out -> count[0] = new CsvText(raw).write(rows, out));
        return wrote(count[0]);
    }

    private String wrote(long rows) {
        String what = String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
        return (append ? "appended " : "wrote ") + what + " to " + shown;
    }

    private String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot append to " + shown + ": " + DirshException.reason(e), "> another file", e);
        }
    }

    private String withoutHeader(String text, String old) {
        if (old.isBlank()) {
            return text;
        }
        String header = text.substring(0, text.indexOf('\n') + 1);
        // A spreadsheet that saved the file may have put a mark in front and other line ends.
        String first = old.replace("\uFEFF", "").lines().findFirst().orElse("");
        if (!header.isEmpty() && !first.equals(header.stripTrailing())) {
            throw DirshException.badInput(
                    shown + " has other columns than this result", behindSign(shown) + " to replace it");
        }
        return text.substring(header.length());
    }
}
