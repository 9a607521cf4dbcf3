package dirsh.home;

import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A kind of file that dirsh writes where the user says. Nothing but a file of the same kind is ever replaced by one, so
 * that a slip of the keyboard costs no address book.
 *
 * @param kind what such a file is called, such as {@code plan}
 * @param beginning how the text of every such file begins, white space aside
 * @param command the command that writes one where a file name is put behind it
 */
public record KeptFile(String kind, String beginning, String command) {

    /** Enough of a file to tell its kind, however it is indented. */
    private static final int FIRST_BYTES = 256;

    /**
     * Writes the data; an older file of this kind is replaced as a whole.
     *
     * @param indent blanks per level
     * @throws DirshException as bad input if the file is something else, such as the address book
     */
    public void write(Path file, Object data, int indent) {
        write(file, out -> {
            Json.write(data, indent, out);
            out.append('\n');
        });
    }

    /** The same for content that begins as every file of this kind does and is made while it is written. */
    public void write(Path file, PrivateFiles.Content content) {
        if (Files.exists(file) && !isOfThisKind(file)) {
            throw DirshException.badInput(file + " exists and is no " + kind + ": it is left as it is", again(file));
        }
        PrivateFiles.write(file, content);
    }

    /**
     * Reads a file that the user named.
     *
     * @param shown what errors call the file
     * @param parser makes something of the data; the errors it throws get the file's name and a way out where they lack it
     * @throws DirshException as bad input if there is no such file or its content is none of this kind
     */
    public <T> T read(Path file, String shown, Function<JsonObject, T> parser) {
        String again = again(file);
        try {
            return parser.apply(JsonObject.read(kind + " " + shown, shown, text(file, shown, again)));
        } catch (DirshException e) {
            if (!e.tryThis().isEmpty()) {
                throw e;
            }
            String where = e.problem().contains(shown) ? "" : kind + " " + shown + ": ";
            throw DirshException.badInput(where + e.problem(), again);
        }
    }

    private String text(Path file, String shown, String again) {
        try {
            return TextFile.read(file, shown, again);
        } catch (NoSuchFileException e) {
            throw DirshException.badInput("no " + kind + " file " + shown, again);
        } catch (IOException e) {
            throw DirshException.badInput("cannot read " + kind + " " + shown + ": no file that can be read", again);
        }
    }

    /** The command that makes such a file anew; beside the one of that name if that is something else. */
    public String again(Path file) {
        boolean other = Files.exists(file) && !isOfThisKind(file);
        return command + " " + file.getFileName() + (other ? "." + kind + ".json" : "");
    }

    /** Whether the file begins as every one of this kind does; an empty one holds nothing to lose. */
    private boolean isOfThisKind(Path file) {
        if (!Files.isRegularFile(file)) {
            return false; // a pipe would wait for somebody to write
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8);
            return start.isEmpty() || start.replaceAll("\\s", "").startsWith(beginning);
        } catch (IOException e) {
            return false;
        }
    }
}
