package dirsh.home;

import dirsh.model.DirshException;
import dirsh.model.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in UTF-8 that is read as a whole; bytes that are no text are refused with their place. */
public final class TextFile {

    private TextFile() {}

    /**
     * The text of a file.
     *
     * @param shown what errors call the file
     * @param tryThis the next step where bytes are no text
     * @throws IOException if the file cannot be read
     * @throws DirshException as bad input for bytes that are not UTF-8
     */
    public static String read(Path file, String shown, String tryThis) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, rest.position(), StandardCharsets.UTF_8);
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            Place place = Place.line(shown, line, before.length() - before.lastIndexOf('\n'));
            throw DirshException.badInput(place + ": bytes that are not UTF-8", tryThis);
        }
    }
}
