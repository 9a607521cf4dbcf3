package dirsh.exchange.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line of the bytes that are no text, which a buffered reader can no longer tell when it fails. */
final class UndecodableText {

    private UndecodableText() {}

    /** The 1-based line of the first such bytes. */
    static long line(Path file) throws IOException {
        long line = 1;
        int previous = -1;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                Reader reader = CsvText.decoded(bytes)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\r' || (c == '\n' && previous != '\r')) {
                    line++;
                }
                previous = c;
            }
        } catch (CharacterCodingException e) {
            return line;
        }
        return line;
    }
}
