package dirsh.connector;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The characters of a text file the connector or an administrator wrote: UTF-16 or UTF-8 where a byte order mark says so,
 * UTF-8 where the beginning is valid UTF-8, else windows-1252. What is no character becomes U+FFFD.
 */
public final class TextDecoding {

    private static final int LOOKED_AT = 1 << 16;
    private static final int LONGEST_SEQUENCE = 4;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoding() {}

    /** Opens a file, which the caller closes. */
    public static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), LOOKED_AT);
        try {
            bytes.mark(LOOKED_AT);
            byte[] start = bytes.readNBytes(LOOKED_AT - 1);
            bytes.reset();
            Charset charset = marked(start).orElseGet(() -> charset(start));
            Reader reader = new InputStreamReader(
                    bytes,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
            BufferedReader text = new BufferedReader(reader, LOOKED_AT);
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return text;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * A whole file as text.
     *
     * @param text without a byte order mark
     * @param charset in which it was read
     * @param guessed whether that is a guess: it has no byte order mark and is not UTF-8
     */
    public record Decoded(String text, Charset charset, boolean guessed) {}

    /** The text of a whole file. */
    public static Decoded decode(byte[] bytes) {
        Charset charset =
                marked(bytes).orElseGet(() -> isUtf8(ByteBuffer.wrap(bytes)) ? StandardCharsets.UTF_8 : WINDOWS);
        String text = new String(bytes, charset);
        return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, charset, charset.equals(WINDOWS));
    }

    private static Optional<Charset> marked(byte[] start) {
        if (start.length > 2 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** The characters of a file that begins so. */
    private static Charset charset(byte[] start) {
        // A character that the end of the looked-at part cuts in two proves nothing.
        for (int cut = 0; cut < LONGEST_SEQUENCE && cut <= start.length; cut++) {
            if (isUtf8(ByteBuffer.wrap(start, 0, start.length - cut))) {
                return StandardCharsets.UTF_8;
            }
        }
        return WINDOWS;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
